import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, writeClients } from "restate-codegen";
import { filesIn, greeter, makeProject, read, snapshot, tsconfig, write } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

describe("restate-codegen check", () => {
  test("is content with what generate wrote, and writes nothing", async () => {
    const project = await generated();
    const before = snapshot(project, "src/clients");
    expect(await runHere(project, ["check"])).toEqual({
      code: 0,
      stdout: "1 client in src/clients is up to date.\n",
      stderr: "",
    });
    expect(snapshot(project, "src/clients")).toEqual(before);
  });

  test("names a command that means the same, whatever is in its words", async () => {
    const project = await generated();
    const flags = ["--header=- It's ours.", "--rule", "RC123=off", "--exclude=-Greeter*"];
    const { stdout } = await runHere(project, ["check", ...flags]);
    const command = /^To mend it: npx restate-codegen (.*)$/m.exec(stdout)?.[1] ?? "";
    const words = execFileSync("sh", ["-c", `printf '%s\\0' ${command}`], { encoding: "utf8" });
    expect((await runHere(project, words.split("\0").slice(0, -1))).code).toBe(0);
    expect((await runHere(project, ["check", ...flags])).code).toBe(0);
  });

  test("shows what a change of a service does to its client, and how to get it", async () => {
    const project = await generated();
    write(project, "src/greeter.ts", greeter("number"));
    const { code, stdout } = await runHere(project, ["check", "--out", "src/clients"]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      "src/clients/greeter.ts is out of date:\n--- src/clients/greeter.ts\t",
    );
    expect(stdout).toContain("\nsrc/clients/contract.json is out of date, too.\n");
    expect(stdout).toContain("\n-  readonly greet: Handler<string, string>;\n");
    expect(stdout).toContain("\n+  readonly greet: Handler<string, number>;\n");
    expect(stdout).toContain("\nThe services changed since the clients were written.\n");
    expect(stdout).toContain("\nTo mend it: npx restate-codegen --out src/clients\n");
    expect((await runHere(project, ["--out", "src/clients"])).code).toBe(0);
    expect((await runHere(project, ["check"])).code).toBe(0);
  });

  test("tells a missing client, and one that is left over", async () => {
    const project = await generated();
    rmSync(join(project, "src/clients/greeter.ts"));
    expect((await runHere(project, ["check"])).stdout).toContain(
      "src/clients/greeter.ts is missing:\n",
    );
    write(project, "src/greeter.ts", greeter().replace('"Greeter"', '"Welcome"'));
    await runHere(project);
    write(project, "src/clients/old.ts", read(project, "src/clients/welcome.ts"));
    const { code, stdout } = await runHere(project, ["check"]);
    expect(code).toBe(1);
    expect(stdout).toContain("src/clients/old.ts is left over:\n");
  });

  test("tells an edit from a change of the generator", async () => {
    const project = await generated();
    const client = read(project, "src/clients/greeter.ts");
    write(project, "src/clients/greeter.ts", `${client}// mine\n`);
    const edited = await runHere(project, ["check"]);
    expect(edited.stdout).toContain("src/clients/greeter.ts is edited by hand:\n");
    expect(edited.stderr).toContain("warning RC407: src/clients/greeter.ts was edited since");
    expect(edited.stdout).not.toContain("changed");

    const rewritten = await generated();
    write(rewritten, ".prettierrc", '{ "tabWidth": 8 }');
    const { code, stdout } = await runHere(rewritten, ["check"]);
    expect(code).toBe(1);
    expect(stdout).toContain("src/clients/greeter.ts is out of date:\n");
    expect(stdout).toContain(
      "The services are the same: restate-codegen, its options or the formatting changed.\n",
    );
  });

  test("does not mind the line ends of a checkout", async () => {
    const project = await generated();
    for (const name of filesIn(project, "src/clients")) {
      const text = read(project, `src/clients/${name}`);
      write(project, `src/clients/${name}`, text.replaceAll("\n", "\r\n"));
    }
    expect((await runHere(project, ["check"])).code).toBe(0);
  });

  test("says that a run was cut off", async () => {
    const project = await generated();
    write(project, "src/clients/.restate-codegen/owner", "4194305");
    const { code, stdout } = await runHere(project, ["check"]);
    expect(code).toBe(1);
    expect(stdout).toBe(
      "A run was cut off while it wrote to src/clients.\nTo mend it: npx restate-codegen\n",
    );
    expect((await runHere(project)).stdout).toContain("An earlier run was cut off while it wrote");
    expect((await runHere(project, ["check"])).code).toBe(0);
  });

  test("fails over an error, even where no file differs", async () => {
    const project = await generated();
    write(project, "src/greeter.ts", greeter("bigint"));
    const { code, stdout, stderr } = await runHere(project, ["check"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error RC207");
    expect(stdout).toContain("up to date");
  });

  test("is a function, too", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    const before = await check({ cwd: project });
    expect(before.isFine).toBe(false);
    expect(before.stale.map(({ path }) => path)).toContain("greeter.ts");
    await writeClients(before.result);
    expect(await check({ cwd: project })).toMatchObject({ isFine: true, stale: [] });
    write(project, "src/greeter.ts", greeter("bigint"));
    expect(await check({ cwd: project })).toMatchObject({ isFine: false, stale: [] });
  });

  test("--json tells programs what the text tells people", async () => {
    const project = await generated();
    write(project, "src/greeter.ts", greeter("number"));
    const { code, stdout } = await runHere(project, ["check", "--json"]);
    expect(code).toBe(1);
    const checked = {
      servicesChanged: true,
      cutOff: false,
      files: [
        { path: "greeter.ts", change: "updated", edited: false },
        { path: "index.ts", change: "unchanged", edited: false },
        { path: "contract.json", change: "updated", edited: false },
      ],
    };
    expect(JSON.parse(stdout)).toMatchObject({ targets: [checked] });
  });

  test("annotates the pull request where GitHub runs it, wherever in the checkout that is", async () => {
    const checkout = makeProject({
      "api/src/greeter.ts": greeter("any"),
      "api/tsconfig.json": tsconfig,
    });
    const { stdout } = await runHere(join(checkout, "api"), ["check"], { annotated: checkout });
    expect(stdout).toMatch(
      /^::warning file=api\/src\/greeter\.ts,line=4,col=75,title=RC206::The type/m,
    );
    expect(stdout).toMatch(
      /^::error file=api\/src\/clients\/greeter\.ts::api\/src\/clients\/greeter\.ts is missing\. Run restate-codegen\.$/m,
    );
  });

  test("--quiet says nothing where all is well, and all of it where not", async () => {
    const project = makeProject({ "src/greeter.ts": greeter("any") });
    await runHere(project);
    expect(await runHere(project, ["check", "--quiet"])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    write(project, "src/greeter.ts", greeter("number"));
    expect((await runHere(project, ["check", "-q"])).stdout).toContain("To mend it");
  });
});

async function generated(): Promise<string> {
  const project = makeProject({ "src/greeter.ts": greeter() });
  await runHere(project);
  return project;
}
