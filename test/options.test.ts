import { describe, expect, test } from "vitest";
import { filesIn, greeter, makeProject, read } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

describe("index", () => {
  test("false takes the index away, and users are told of the module", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    await runHere(project);
    expect(filesIn(project, "src/clients")).toContain("index.ts");
    const { code, stdout } = await runHere(project, ["--no-index"]);
    expect(code).toBe(0);
    expect(stdout).toContain("  deleted  src/clients/index.ts\n");
    expect(filesIn(project, "src/clients")).toEqual(["contract.json", "greeter.ts"]);
    expect(read(project, "src/clients/contract.json")).not.toContain("index.ts");
    expect((await runHere(project, ["check", "--no-index"])).code).toBe(0);
    expect((await runHere(project, ["check"])).code).toBe(1);
  });

  test("false from the start has the usage import the module", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    const { stdout } = await runHere(project, ["--no-index"]);
    expect(stdout).toContain('import { greeterClient } from "./src/clients/greeter.js";');
  });

  test("false leaves an index that somebody wrote alone", async () => {
    const own = "export const mine = 1;\n";
    const project = makeProject({ "src/greeter.ts": greeter(), "src/clients/index.ts": own });
    const { code, stderr } = await runHere(project, ["--no-index"]);
    expect(code).toBe(0);
    expect(stderr).toContain("warning RC402");
    expect(read(project, "src/clients/index.ts")).toBe(own);
  });
});
