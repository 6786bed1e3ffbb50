import { describe, expect, test } from "vitest";
import { filesIn, greeter, makeProject, read, write } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

const forms: Readonly<Record<string, string>> = {
  "restate-codegen.config.ts": `import { defineConfig, type Config } from "restate-codegen";
const common: Config = { out: "generated" };
export default defineConfig(common);`,
  "restate-codegen.config.mts": `import { defineConfig } from "restate-codegen";
export default defineConfig({ out: "generated" });`,
  "restate-codegen.config.js": `export default { out: "generated" };`,
  "restate-codegen.config.mjs": `import { join } from "node:path";
export default { out: join(import.meta.dirname, "generated") };`,
  "restate-codegen.config.cjs": `const { join } = require("node:path");
module.exports = { out: join(__dirname, "generated") };`,
  "restate-codegen.config.json": `{ "$schema": "./schema.json", "out": "generated" }`,
};

describe("a config file", () => {
  test.each(Object.keys(forms))("can be %s", async (name) => {
    const project = makeProject({ "src/greeter.ts": greeter(), [name]: forms[name] ?? "" });
    const { code, stderr } = await runHere(project);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(filesIn(project, "generated")).toContain("greeter.ts");
  });

  test("may import what it likes, and is read anew each time", async () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      "build/out.ts": `export const out: string = new URL("../first", import.meta.url).pathname;`,
      "restate-codegen.config.ts": `import { z } from "zod";
import { out } from "./build/out.js";
export default { out: z.string().parse(out) };`,
    });
    expect((await runHere(project)).code).toBe(0);
    write(project, "build/out.ts", `export const out = "second";`);
    expect((await runHere(project)).code).toBe(0);
    expect(filesIn(project, ".")).toEqual(expect.arrayContaining(["first", "second"]));
  });

  test("is named by --config, and its paths start at its own folder", async () => {
    const project = makeProject({
      "api/src/greeter.ts": greeter(),
      "api/tsconfig.json": `{ "extends": "../tsconfig.json", "include": ["src"] }`,
      "api/codegen.json": `{ "project": ".", "out": "clients" }`,
    });
    const { code, stdout } = await runHere(project, ["--config", "api/codegen.json"]);
    expect(code).toBe(0);
    expect(stdout).toContain("created  api/clients/greeter.ts");
  });

  test("counts less than flags, which add to its rules", async () => {
    const project = makeProject({
      "src/greeter.ts": greeter("any"),
      "restate-codegen.config.json": `{ "out": "a", "strict": true, "rules": { "RC206": "off" } }`,
    });
    expect((await runHere(project, ["--out", "b", "--rule", "RC209=off"])).code).toBe(0);
    expect(filesIn(project, ".")).not.toContain("a");
    expect(filesIn(project, "b")).toContain("greeter.ts");
    const { code, stderr } = await runHere(project, ["--rule", "RC206=warning", "--no-strict"]);
    expect(code).toBe(0);
    expect(stderr).toContain("warning RC206");
  });

  test("that throws is reported with its own words and exit code 1", async () => {
    const project = makeProject({
      "restate-codegen.config.ts": `throw new Error("no token in the environment");`,
    });
    const { code, stderr } = await runHere(project);
    expect(code).toBe(1);
    expect(stderr).toMatch(/RC141: restate-codegen\.config\.ts cannot be used: no token in/);
  });

  test("that is no TypeScript is reported with its line", async () => {
    const project = makeProject({
      "restate-codegen.config.ts": `export default {\n  out: = "x",\n};`,
    });
    expect((await runHere(project)).stderr).toMatch(/restate-codegen\.config\.ts:2:7: ERROR/);
  });

  test("leaves nothing behind", async () => {
    const name = "restate-codegen.config.ts";
    const project = makeProject({ "src/greeter.ts": greeter(), [name]: forms[name] ?? "" });
    await runHere(project);
    const bundles = filesIn(project, "node_modules/.cache/restate-codegen");
    expect(bundles.filter((file) => file.startsWith("config-"))).toEqual([]);
  });
});

describe("several targets", () => {
  const project = () =>
    makeProject({
      "src/greeter.ts": greeter(),
      "src/counter.ts": `import * as restate from "@restatedev/restate-sdk";
export const counter = restate.object({ name: "Counter", handlers: { get: async () => 1 } });`,
      "restate-codegen.config.ts": `export default {
  include: ["Greeter"],
  targets: [
    { name: "web", out: "web/clients" },
    { name: "jobs", out: "jobs/clients", include: ["Counter"] },
  ],
};`,
    });

  test("are all written, each with its own options and what they have in common", async () => {
    const folder = project();
    const { code, stdout } = await runHere(folder);
    expect(code).toBe(0);
    expect(filesIn(folder, "web/clients")).toEqual(["contract.json", "greeter.ts", "index.ts"]);
    expect(filesIn(folder, "jobs/clients")).toEqual(["contract.json", "counter.ts", "index.ts"]);
    expect(stdout).toContain("1 client in web/clients is up to date now.");
    expect(stdout).toContain("1 client in jobs/clients is up to date now.");
  });

  test("can be chosen from", async () => {
    const folder = project();
    expect((await runHere(folder, ["--target", "jobs"])).code).toBe(0);
    expect(filesIn(folder, ".")).not.toContain("web");
  });

  test("are all checked, and each is mended by a command of its own", async () => {
    const folder = project();
    await runHere(folder);
    const path = "jobs/clients/index.ts";
    write(folder, path, read(folder, path).replace("Client", "Klient"));
    const { code, stdout } = await runHere(folder, ["check"]);
    expect(code).toBe(1);
    expect(stdout).toContain("1 client in web/clients is up to date.");
    expect(stdout).toContain("To mend it: npx restate-codegen --target jobs\n");
    expect((await runHere(folder, ["--target", "jobs"])).code).toBe(0);
    expect((await runHere(folder, ["check"])).code).toBe(0);
  });

  test("are listed by name for programs", async () => {
    const { stdout } = await runHere(project(), ["--json"]);
    const printed = JSON.parse(stdout) as { targets: readonly { name: string }[] };
    expect(printed.targets.map(({ name }) => name)).toEqual(["web", "jobs"]);
  });
});
