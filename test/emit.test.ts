import { describe, expect, test } from "vitest";
import { filesIn, greeter, makeProject, read, snapshot, write } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

const js = ["--emit", "js"];

describe("clients as JavaScript", () => {
  test("replace those as TypeScript and the other way round, and leave alone what is not ours", async () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      "src/clients/mine.js": "export const mine = 1;\n",
    });
    await runHere(project);
    const before = snapshot(project, "src/clients");
    expect((await runHere(project, js)).code).toBe(0);
    expect(filesIn(project, "src/clients")).toEqual([
      "contract.json",
      "greeter.d.ts",
      "greeter.js",
      "index.d.ts",
      "index.js",
      "mine.js",
    ]);
    expect((await runHere(project, ["check", ...js])).code).toBe(0);
    expect((await runHere(project)).code).toBe(0);
    expect(snapshot(project, "src/clients")).toEqual(before);
  });

  test("are ES modules or CommonJS by the nearest package.json", async () => {
    const project = makeProject({
      "src/greeter.ts": greeter(),
      "browser/package.json": `{ "type": "module" }`,
      "server/package.json": `{ "type": "commonjs" }`,
      "other/package.json": "{}",
    });
    for (const folder of ["browser", "server", "other"]) {
      expect((await runHere(project, [...js, "--out", `${folder}/clients`])).code).toBe(0);
    }
    expect(read(project, "browser/clients/index.js")).toContain("export {");
    expect(read(project, "server/clients/index.js")).toContain("exports.greeterClient");
    expect(read(project, "other/clients/index.js")).toContain("exports.greeterClient");
    write(project, "server/package.json", `{ "type": "module" }`);
    const { code } = await runHere(project, ["check", ...js, "--out", "server/clients"]);
    expect(code).toBe(1);
  });

  test("are told from what the user's compiler makes of ours, with our header in it", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    await runHere(project);
    write(project, "src/clients/greeter.js", read(project, "src/clients/greeter.ts"));
    expect(await runHere(project, ["check"])).toMatchObject({ code: 0, stderr: "" });
    await runHere(project);
    expect(filesIn(project, "src/clients")).toContain("greeter.js");
  });

  test("that were edited or are left over are mended", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    await runHere(project, js);
    const before = snapshot(project, "src/clients");
    write(project, "src/clients/greeter.d.ts", `${read(project, "src/clients/greeter.d.ts")}\n//`);
    expect((await runHere(project, js)).stderr).toContain(
      "RC407: src/clients/greeter.d.ts was edited",
    );
    expect(snapshot(project, "src/clients")).toEqual(before);
    write(project, "src/greeter.ts", greeter().replaceAll("reeter", "uest"));
    expect((await runHere(project, js)).code).toBe(0);
    expect(filesIn(project, "src/clients")).not.toContain("greeter.d.ts");
  });

  test("stay where an error keeps them from being renewed, in whichever form they are", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    await runHere(project);
    write(project, "src/greeter.ts", greeter("bigint"));
    write(project, "src/other.ts", greeter().replaceAll("reeter", "uest"));
    expect((await runHere(project, js)).code).toBe(1);
    expect(filesIn(project, "src/clients")).toEqual(
      expect.arrayContaining(["greeter.ts", "guest.js", "guest.d.ts"]),
    );
    expect(read(project, "src/clients/index.js")).not.toContain("greeter");
  });

  test("come with shared types, of which only constants are left at run time", async () => {
    const using = `import type { Item } from "./item.js";`;
    const project = makeProject({
      "src/greeter.ts": greeter("Item") + using,
      "src/guest.ts": greeter("Item").replaceAll("reeter", "uest") + using,
      "src/item.ts": `export enum Kind { A = "a" }\nexport interface Item { sku: string; kind: Kind }`,
    });
    const flags = [...js, "--types", "shared"];
    expect(await runHere(project, flags)).toMatchObject({ code: 0, stderr: "" });
    expect(read(project, "src/clients/types.js")).toMatch(
      /export const Kind = \{\s+A: "a",?\s+\};/,
    );
    expect(read(project, "src/clients/types.js")).not.toContain("Item");
    expect(read(project, "src/clients/types.d.ts")).toContain("export interface Item");
  });
});
