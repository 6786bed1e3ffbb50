import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  filesIn,
  greeter,
  install,
  makeFolder,
  makeProject,
  read,
  snapshot,
  write,
} from "../cli/project.js";
import { runHere } from "../cli/run-here.js";
import { sampleProject } from "./sample-project.js";

test("a checkout with autocrlf is up to date, and stays as it is", async () => {
  const checkout = await checkedOutWithCrLf();
  expect(read(checkout, "src/clients/post.ts")).toContain("\r\n");
  const times = timesIn(checkout);
  const before = snapshot(checkout, "src/clients");

  expect(await runHere(checkout, ["check"])).toMatchObject({ code: 0, stderr: "" });
  expect(await runHere(checkout)).toMatchObject({ code: 0, stderr: "" });

  expect(snapshot(checkout, "src/clients")).toEqual(before);
  expect(timesIn(checkout)).toEqual(times);
  expect(git(checkout, "status", "--porcelain")).toBe("");
});

test("a service that is added there changes nothing but what it has to in the next commit", async () => {
  const checkout = await checkedOutWithCrLf();
  write(checkout, "src/greeter.ts", greeter());
  expect((await runHere(checkout)).code).toBe(0);

  git(checkout, "add", "--all");
  const staged = git(checkout, "diff", "--cached", "--numstat").trim().split("\n");
  expect(staged).toEqual([
    // What it says of index.ts, and the definition.
    expect.stringMatching(/^\d+\t1\tsrc\/clients\/contract\.json$/),
    expect.stringMatching(/^\d+\t0\tsrc\/clients\/greeter\.ts$/),
    expect.stringMatching(/^1\t0\tsrc\/clients\/index\.ts$/),
    expect.stringMatching(/^\d+\t0\tsrc\/greeter\.ts$/),
  ]);
  expect(git(checkout, "ls-files", "--eol", "src/clients")).not.toMatch(/^i\/(?!lf)/m);
});

test("check shows there what changed, and not that every line ends otherwise", async () => {
  const checkout = await checkedOutWithCrLf();
  const service = read(checkout, "src/post.ts");
  write(checkout, "src/post.ts", service.replace("A post office.", "An office."));
  const { code, stdout } = await runHere(checkout, ["check"]);
  expect(code).toBe(1);
  const changed = stdout.split("\n").filter((line) => /^[+-](?![+-])/.test(line));
  expect(changed).toEqual(["- * A post office.", "+ * An office."]);
});

/** A repository with committed clients, cloned as Git does by default on Windows. */
async function checkedOutWithCrLf(): Promise<string> {
  const origin = makeProject({ ...sampleProject, ".gitignore": "node_modules\n" });
  expect((await runHere(origin)).code).toBe(0);
  git(origin, "init", "--quiet");
  git(origin, "add", "--all");
  git(origin, "commit", "--quiet", "--message", "Begin");

  const home = makeFolder({});
  git(home, "clone", "--quiet", "--config", "core.autocrlf=true", origin, "checkout");
  const checkout = join(home, "checkout");
  install(checkout);
  return checkout;
}

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
  return execFileSync("git", [...identity, ...args], { cwd, encoding: "utf8", stdio: "pipe" });
}

/** When each client was written last. */
function timesIn(project: string): readonly (readonly [string, number])[] {
  const folder = join(project, "src/clients");
  return filesIn(folder, ".").map((name) => [name, statSync(join(folder, name)).mtimeMs]);
}
