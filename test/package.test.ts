import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installedProject, type InstalledProject } from "./package/installed-project.js";

const service = `import * as restate from "@restatedev/restate-sdk";

interface Greeting {
  name: string;
  at: Date;
}

/** Greets people. */
export const greeter = restate.service({
  name: "Greeter",
  handlers: {
    /** Says hello. */
    greet: async (_ctx: restate.Context, name: string): Promise<Greeting> => ({
      name,
      at: new Date(),
    }),
  },
});
`;

const caller = `import { connect } from "@restate-codegen/runtime";
import { greeterClient } from "./clients/index.js";

const ingress = connect({
  url: "http://localhost:8080",
  fetch: (url, init) =>
    Promise.resolve(new Response(JSON.stringify({ name: \`\${init?.method} \${url}\`, at: "now" }))),
});
const { name, at }: { name: string; at: string } = await greeterClient(ingress).greet("Mary");
process.stdout.write(\`\${name} \${at}\`);
`;

const tsconfig = {
  compilerOptions: {
    target: "ES2022",
    module: "NodeNext",
    types: ["node"],
    strict: true,
    rootDir: "src",
    outDir: "dist",
  },
  include: ["src"],
};

let project: InstalledProject;

beforeAll(async () => {
  project = await installedProject(
    {
      "package.json": JSON.stringify({ name: "empty", private: true, type: "module" }),
      "tsconfig.json": JSON.stringify(tsconfig),
      "src/greeter.ts": service,
      "src/main.ts": caller,
    },
    ["@restatedev/restate-sdk@1.17.2", "typescript@5.9", "@types/node@20"],
  );
});

afterAll(() => project.remove());

describe("in a folder that has only the published packages", () => {
  test("npx restate-codegen writes the clients, tsc compiles them, the caller runs", () => {
    project.run("npx", "restate-codegen", "--project", "tsconfig.json", "--out", "src/clients");
    expect(readdirSync(join(project.folder, "src/clients"))).toEqual(
      expect.arrayContaining(["contract.json", "greeter.ts", "index.ts"]),
    );
    project.run("npx", "tsc");
    expect(project.run("node", "dist/main.js")).toBe(
      "POST http://localhost:8080/Greeter/greet now",
    );
  });

  test("the library generates as well", () => {
    const script = `import { generate } from "restate-codegen"; process.stdout.write(typeof generate);`;
    expect(project.run("node", "--input-type=module", "--eval", script)).toBe("function");
  });

  test.each(entriesOf("packages/codegen"))("%s can be imported, without any bundler", (entry) => {
    const script = `import * as entry from "${entry}"; console.log(Object.keys(entry).length > 0)`;
    expect(project.run("node", "--input-type=module", "--eval", script)).toBe("true\n");
  });

  test.each(entriesOf("packages/runtime"))("%s can be imported and required", (entry) => {
    const count = `console.log(Object.keys(entry).length > 0)`;
    const imported = `import * as entry from "${entry}"; ${count}`;
    const required = `const entry = require("${entry}"); ${count}`;
    expect(project.run("node", "--input-type=module", "--eval", imported)).toBe("true\n");
    expect(project.run("node", "--input-type=commonjs", "--eval", required)).toBe("true\n");
  });
});

describe.each(["@restate-codegen/runtime", "restate-codegen"])("%s as published", (name) => {
  test.each(["README.md", "LICENSE", "package.json"])("has its %s", (file) => {
    expect(filesOf(name)).toContain(file);
  });

  test("leaves its sources and tests at home", () => {
    expect(filesOf(name).filter((file) => /^src\/|\.test\./.test(file))).toEqual([]);
  });
});

test("restate-codegen brings its templates", () => {
  expect(filesOf("restate-codegen")).toContain("dist/templates/client-module.hbs");
});

function filesOf(packageName: string): readonly string[] {
  const folder = join(project.folder, "node_modules", packageName);
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
    file.replaceAll("\\", "/"),
  );
}

/** The specifiers under which a package can be imported, without those of data. */
function entriesOf(folder: string): readonly string[] {
  const url = new URL(`../${folder}/package.json`, import.meta.url);
  const { name, exports } = JSON.parse(readFileSync(url, "utf8")) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, unknown>>;
  };
  return Object.keys(exports)
    .filter((path) => !path.endsWith(".json"))
    .map((path) => name + path.slice(1));
}
