import { analyze } from "./analyze/analyze.js";
import { importExtension } from "./analyze/import-extension.js";
import { checkOutput } from "./check/check-output.js";
import { judge } from "./check/judge.js";
import type { GenerateOptions } from "./config/options.js";
import { resolveOptions } from "./config/resolve-options.js";
import { isError, type Diagnostic, type ExcusedDiagnostic } from "./diagnostics/diagnostic.js";
import { settle } from "./diagnostics/settle.js";
import type { Definition } from "./model/definition.js";
import { moduleFile } from "./naming/client-names.js";
import { relativePath } from "./paths/relative-path.js";
import { planContract } from "./plan/plan-contract.js";
import { planFiles } from "./plan/plan-files.js";
import { runtimePackage } from "./plan/runtime-names.js";
import { renderFiles } from "./render/render-files.js";
import { compareFiles, type FileChange } from "./write/compare-files.js";
import { findsRuntime } from "./write/find-runtime.js";
import { readOutputFolder } from "./write/output-folder.js";
import { contractIn, haveSameDefinitions } from "./write/read-contract.js";
import { writtenDigests } from "./write/written-digests.js";

/** What a run would write, and what there is to say about it. */
export interface GenerateResult {
  /** What shown paths are relative to, absolute. */
  readonly cwd: string;
  /** The output folder, absolute. */
  readonly folder: string;
  /** What to do to each file; nothing is written yet. */
  readonly changes: readonly FileChange[];
  /** By file and position; an error keeps the definition that it is in from being written. */
  readonly diagnostics: readonly Diagnostic[];
  /** What comments in the code answer; it counts for nothing. */
  readonly excused: readonly ExcusedDiagnostic[];
  /** The definitions whose clients are in `changes`. */
  readonly definitions: readonly Definition[];
  /** Whether the definitions are others than those that the contract in the output folder was written for. */
  readonly servicesChanged: boolean;
  /** Whether an earlier run was killed while it wrote; writing this result finishes the job. */
  readonly cutOff: boolean;
}

/** The whole generator, top to bottom. Reads the project and the output folder, and writes nothing. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const resolved = resolveOptions(options);
  const { cwd, project, out } = resolved;
  const folder = await readOutputFolder(out);

  // TypeScript → model. Everything the user wrote, with its location.
  const analysis = analyze(project, { cwd, out });

  // model → diagnostics. After this stage, an error is a bug of ours.
  const { diagnostics, excused, definitions, blocked } = judge(analysis, resolved);
  const kept = folder.contract.definitions.filter(
    ({ name }) => blocked.has(name) && folder.own.has(moduleFile(name)),
  );
  const keptFiles = kept.map(({ name }) => moduleFile(name));
  const known = { cwd, folder: out, excused, definitions, cutOff: folder.cutOff };
  if (definitions.length + kept.length === 0) {
    return { ...known, changes: [], diagnostics, servicesChanged: false };
  }

  // model → files → text. The plan decides all names, paths and texts; rendering is layout only.
  const planned = planFiles(definitions, kept, importExtension(out));
  const { files, failures } = await renderFiles(planned, out, (modules) =>
    planContract([...definitions, ...kept], writtenDigests(modules, keptFiles, folder.contract)),
  );

  // text → changes. What is not ours stays as it is, and so does what an error keeps us from renewing.
  const writable = files.filter(({ path }) => !folder.foreign.includes(path));
  const isKeepingAll = failures.length > 0 || diagnostics.some(isNameless);
  const changes = compareFiles(writable, folder, isKeepingAll ? "all" : new Set(keptFiles));
  const output = checkOutput({
    folder: relativePath(out, cwd),
    changes,
    wanted: [...files, ...failures].map(({ path }) => path),
    foreign: folder.foreign,
    failures,
    runtimeFound: findsRuntime(out, runtimePackage),
  });
  return {
    ...known,
    changes,
    diagnostics: settle([...diagnostics, ...output], resolved),
    servicesChanged: !haveSameDefinitions(contractIn(files), folder.contract),
  };
}

/** An error in something without a name could belong to any module that is there, so none is deleted. */
function isNameless(diagnostic: Diagnostic): boolean {
  return isError(diagnostic) && diagnostic.definitions.length === 0;
}
