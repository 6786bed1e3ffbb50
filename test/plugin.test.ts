import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { describe, expect, test } from "vitest";
import { filesIn, greeter, makeProject, read, snapshot, write } from "./cli/project.js";
import { bundlers } from "./plugin/bundlers.js";

const main = `import { connect } from "@restate-codegen/runtime";
import { greeterClient } from "./clients/index.js";
console.log(await greeterClient(connect({ url: "http://localhost:8080" })).greet("Mary"));
`;

describe.each(Object.entries(bundlers))("the plugin for %s", (_name, bundle) => {
  test("writes the clients before they are looked for, and passes warnings on", async () => {
    const project = makeProject({ "src/greeter.ts": greeter("any"), "src/main.ts": main });
    const warnings = await bundle(project);
    expect(filesIn(project, "src/clients")).toEqual(["contract.json", "greeter.ts", "index.ts"]);
    expect(read(project, "dist/main.js")).toContain('service: "Greeter"');
    // Some bundlers warn of plugins that take long, too.
    const ours = warnings.filter((text) => text.includes("warning RC"));
    expect(ours).toEqual([expect.stringMatching(/src\/greeter\.ts:4:.* warning RC206: /)]);
  });

  test("fails the build for an error, and shows where it is and what to do", async () => {
    const project = makeProject({ "src/greeter.ts": greeter("bigint"), "src/main.ts": main });
    const failure = await bundle(project).catch(String);
    expect(failure).toMatch(/src\/greeter\.ts:4:.* error RC207: /);
    expect(failure).toContain("greet: async (_ctx: restate.Context");
    expect(failure).toContain("Fix: ");
    expect(existsSync(join(project, "src/clients"))).toBe(false);
  });
});

test.each(Object.keys(bundlers))(
  "the plugin for %s loads little before it is needed",
  async (name) => {
    const { resolve } = createRequire(import.meta.url);
    const later: Plugin = {
      name: "leave what is imported later",
      setup: ({ onResolve }) =>
        onResolve({ filter: /^/ }, ({ path, kind }) =>
          kind === "dynamic-import" ? { path, external: true } : undefined,
        ),
    };
    const { metafile } = await build({
      entryPoints: [resolve(`restate-codegen/${name.toLowerCase()}`)],
      ...{ bundle: true, packages: "external", platform: "node", format: "esm", plugins: [later] },
      ...{ metafile: true, write: false },
    });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    const now = imports.filter(
      ({ kind, path }) => kind !== "dynamic-import" && !/^node:/.test(path),
    );
    expect(now.map(({ path }) => path)).toEqual(["unplugin"]);
  },
);

test("a build that is to check writes nothing, and fails where clients are stale", async () => {
  const [bundle] = Object.values(bundlers);
  const project = makeProject({ "src/greeter.ts": greeter(), "src/main.ts": main });
  await bundle?.(project);
  await bundle?.(project, { check: true });
  const before = snapshot(project, "src/clients");
  write(project, "src/greeter.ts", greeter("number"));
  await expect(bundle?.(project, { check: true })).rejects.toThrow(
    "These clients are not what the services say:\n  src/clients/greeter.ts\n",
  );
  expect(snapshot(project, "src/clients")).toEqual(before);
});
