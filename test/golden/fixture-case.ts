import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  generate,
  isError,
  loadConfig,
  printDiagnostics,
  writeClients,
  type LoadConfigOptions,
  type TargetOptions,
  type WriteClientsOptions,
} from "restate-codegen";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** One input, and what is to be written and said for it. */
export interface FixtureCase {
  /** `types/enums` */
  readonly name: string;
  readonly folder: string;
}

/** Text by file name: what a run gave, or what is expected of it. */
export type Outcome = Readonly<Record<string, string>>;

/** Every folder `<group>/<case>`, sorted. Groups with a package.json are whole projects, as recipes are, and no cases. */
export function fixtureCases(): readonly FixtureCase[] {
  return foldersIn(fixtures)
    .filter((group) => !existsSync(join(fixtures, group, "package.json")))
    .filter((group) => group !== "recipes")
    .flatMap((group) => foldersIn(join(fixtures, group)).map((name) => `${group}/${name}`))
    .map((name) => ({ name, folder: join(fixtures, name) }));
}

/**
 * Runs the generator on a case. `expected.txt` is the printed diagnostics; `index.ts` and `contract.json` are
 * left out unless the case expects them, since they say little about most.
 */
export async function runCase({ folder }: FixtureCase): Promise<{
  readonly outcome: Outcome;
  readonly failed: boolean;
}> {
  const { write, config, targets, ...options } = readOptions(folder);
  const overrides = hasConfig(folder) ? options : { out: "expected", ...options };
  const loaded = await loadConfig({ cwd: folder, config, targets, overrides });
  const results = await Promise.all(
    loaded.targets.map((target) => generate({ ...target.options, cache: false })),
  );
  const failures = await Promise.all(
    results.map((result) => (write ? writeClients(result, write) : [])),
  );
  const diagnostics = [loaded, ...results].flatMap((one) => one.diagnostics).concat(...failures);
  const changes = results.flatMap((result) => result.changes);
  const files = changes.flatMap(({ path, text }) => {
    const isMeant =
      !/^(?:index\.ts|contract\.json)$/.test(path) || existsSync(join(folder, "expected", path));
    return text === undefined || !isMeant ? [] : [[`expected/${path}`, text] as const];
  });
  const said = printDiagnostics(diagnostics, { color: false });
  return {
    outcome: { ...Object.fromEntries(files), ...(said && { "expected.txt": said }) },
    failed: diagnostics.some(isError),
  };
}

/** The options that a case is run with; with `write` the output is written, too. */
interface CaseOptions extends TargetOptions, Pick<LoadConfigOptions, "config" | "targets"> {
  readonly write?: WriteClientsOptions;
}

function hasConfig(folder: string): boolean {
  return readdirSync(folder).some((name) => name.startsWith("restate-codegen.config."));
}

function readOptions(folder: string): CaseOptions {
  const path = join(folder, "options.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as CaseOptions) : {};
}

/** What stands beside a case's input. */
export function expectedOutcome({ folder }: FixtureCase): Outcome {
  const modules = existsSync(join(folder, "expected"))
    ? readdirSync(join(folder, "expected")).map((name) => `expected/${name}`)
    : [];
  const said = existsSync(join(folder, "expected.txt")) ? ["expected.txt"] : [];
  return Object.fromEntries(
    [...modules.sort(), ...said].map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

/** Makes what a run gave the expectation. */
export function rewriteExpectation({ folder }: FixtureCase, outcome: Outcome): void {
  rmSync(join(folder, "expected"), { recursive: true, force: true });
  rmSync(join(folder, "expected.txt"), { force: true });
  for (const [path, text] of Object.entries(outcome)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function foldersIn(parent: string): readonly string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
    .map(({ name }) => name)
    .sort();
}
