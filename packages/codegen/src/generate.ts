import { relative } from "node:path";

import { analyze } from "./analyze/analyze.js";
import { importExtension } from "./analyze/import-extension.js";
import { checkOutput } from "./check/check-output.js";
import { check } from "./check/check.js";
import type { GenerateOptions } from "./config/options.js";
import { resolveOptions } from "./config/resolve-options.js";
import { isError, type Diagnostic, type ExcusedDiagnostic } from "./diagnostics/diagnostic.js";
import { applyExcuses } from "./diagnostics/apply-excuses.js";
import { blockedDefinitions, settle } from "./diagnostics/settle.js";
import type { Definition } from "./model/definition.js";
import { clientNames } from "./naming/client-names.js";
import { planFiles } from "./plan/plan-files.js";
import { runtimePackage } from "./plan/runtime-names.js";
import { renderFiles } from "./render/render-files.js";
import { compareFiles, type FileChange } from "./write/compare-files.js";
import { findsRuntime } from "./write/find-runtime.js";
import { readOutputFolder } from "./write/output-folder.js";
import { previousContract } from "./write/previous-contract.js";

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
  /** Whether an earlier run was killed while it wrote; writing this result finishes the job. */
  readonly cutOff: boolean;
}

/** The whole generator, top to bottom. Reads the project and the output folder, and writes nothing. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { cwd, project, out, strict, rules, include, exclude } = resolveOptions(options);
  const folder = await readOutputFolder(out);

  // TypeScript → model. Everything the user wrote, with its location.
  const analysis = analyze(project, cwd);

  // model → diagnostics. After this stage, an error is a bug of ours.
  const checked = check(analysis.candidates, { rules, include, exclude });
  const said = [...analysis.diagnostics, ...checked.diagnostics];
  const { standing, excused } = applyExcuses(said, analysis.excuses, checked.unsaid);
  const found = settle(standing, { strict, rules });
  const blocked = blockedDefinitions(found);
  const definitions = checked.definitions.filter(({ name }) => !blocked.has(name));
  const kept = previousContract(folder).filter(
    ({ name }) => blocked.has(name) && folder.own.has(`${clientNames(name).module}.ts`),
  );
  const known = { cwd, folder: out, excused, definitions, cutOff: folder.cutOff };
  if (definitions.length + kept.length === 0) {
    return { ...known, changes: [], diagnostics: found };
  }

  // model → files. All names, paths and texts are decided here.
  const planned = planFiles(definitions, kept, importExtension(out));

  // files → text. Layout only.
  const { files, failures } = await renderFiles(planned, out);

  // text → changes. What is not ours stays as it is, and so does what an error keeps us from renewing.
  const output = checkOutput({
    folder: relative(cwd, out) || ".",
    wanted: planned.map(({ path }) => path),
    foreign: folder.foreign,
    failures,
    runtimeFound: findsRuntime(out, runtimePackage),
  });
  const writable = files.filter(({ path }) => !folder.foreign.includes(path));
  return {
    ...known,
    changes: compareFiles(writable, folder, failures.length > 0 ? "all" : keptFiles(found, kept)),
    diagnostics: settle([...found, ...output], { strict, rules }),
  };
}

/** An error in something without a name could belong to any module that is there, so none is deleted. */
function keptFiles(
  diagnostics: readonly Diagnostic[],
  kept: readonly { readonly name: string }[],
): "all" | ReadonlySet<string> {
  const isNameless = diagnostics.some((one) => isError(one) && one.definitions.length === 0);
  return isNameless ? "all" : new Set(kept.map(({ name }) => `${clientNames(name).module}.ts`));
}
