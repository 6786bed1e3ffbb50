import { analyze } from "./analyze/analyze.js";
import { importExtension } from "./analyze/import-extension.js";
import { checkOutput } from "./check/check-output.js";
import { judge } from "./check/judge.js";
import type { GenerateOptions } from "./config/options.js";
import { readVersion } from "./config/read-version.js";
import { resolveOptions, type ResolvedOptions } from "./config/resolve-options.js";
import { isError, type Diagnostic } from "./diagnostics/diagnostic.js";
import { settle } from "./diagnostics/settle.js";
import type { Disk } from "./disk/disk.js";
import { emitFiles } from "./emit/emit-files.js";
import { findModuleFormat } from "./emit/find-module-format.js";
import { formatFiles } from "./format/format-files.js";
import type { GenerateResult } from "./generate-result.js";
import { relativePath } from "./paths/relative-path.js";
import { filesToKeep, keepDefinitions } from "./plan/keep-definitions.js";
import { hasClient } from "./plan/offer-client.js";
import { planContract } from "./plan/plan-contract.js";
import { planFiles, type PlannedFile } from "./plan/plan-files.js";
import { runtimePackage } from "./plan/runtime-names.js";
import { renderFiles, type Rendered } from "./render/render-files.js";
import { compareFiles } from "./write/compare-files.js";
import { findInstalled } from "./write/find-installed.js";
import { readOutputFolder } from "./write/output-folder.js";
import { contractIn, haveSameDefinitions } from "./write/read-contract.js";
import { renewDigests, writtenDigests } from "./write/written-digests.js";

/** The whole generator, top to bottom. Reads the project and the output folder through `disk`, and writes nothing. */
export async function generate(options: GenerateOptions, disk: Disk): Promise<GenerateResult> {
  const resolved = resolveOptions(options);
  const { cwd, project, out, emit } = resolved;
  const folder = await readOutputFolder(out, disk);

  // TypeScript → model. Everything the user wrote, with its location.
  const analysis = analyze(project, { cwd, out, disk });

  // model → diagnostics. After this stage, an error is a bug of ours.
  const { diagnostics, excused, definitions, blocked } = await judge(analysis, resolved);
  const kept = keepDefinitions(folder, { blocked, written: definitions, emit });
  const keptFiles = filesToKeep(folder, blocked);
  const extension = importExtension(resolved, disk);
  const found = { excused, definitions: definitions.filter(hasClient), cutOff: folder.cutOff };
  const known = { cwd, folder: out, extension, ...found, circular: analysis.isCircular };
  if (definitions.length + kept.length === 0) {
    return { ...known, changes: [], diagnostics, servicesChanged: false };
  }

  // model → files → text. The plan decides all names, paths and texts; the rest is form.
  const old = { definitions: kept, sharedNames: folder.contract.sharedNames };
  const { files: planned, sharedNames } = planFiles(definitions, old, { ...resolved, extension });
  const modules = await printModules(planned, resolved, disk);
  const digests = writtenDigests(modules.files, keptFiles, folder.contract);
  const contract = planContract([...definitions, ...kept], { digests, sharedNames });
  const texts = [...modules.files, contract];
  const formatted = await formatFiles({ ...modules, files: texts }, resolved, disk);
  const files = renewDigests(formatted.files, texts);

  // text → changes. What is not ours stays as it is, and so does what an error keeps us from renewing.
  const writable = files.filter(({ path }) => !folder.foreign.includes(path));
  const problems = [...diagnostics, ...formatted.diagnostics];
  const isKeepingAll = problems.some(isNameless);
  const changes = compareFiles(writable, folder, isKeepingAll ? "all" : new Set(keptFiles));
  const output = checkOutput({
    folder: relativePath(out, cwd),
    changes,
    wanted: texts.map(({ path }) => path),
    foreign: folder.foreign,
    runtime: findInstalled(out, runtimePackage, disk),
    generator: readVersion(),
  });
  const servicesChanged = !haveSameDefinitions(contractIn(texts), folder.contract);
  const said = settle([...problems, ...output], resolved);
  return { ...known, changes, diagnostics: said, servicesChanged };
}

/** Lays the planned modules out as what is to be written. */
async function printModules(
  planned: readonly PlannedFile[],
  { emit, ...options }: ResolvedOptions,
  disk: Disk,
): Promise<Rendered> {
  const rendered = await renderFiles(planned, options, disk);
  return emit === "js" ? emitFiles(rendered, findModuleFormat(options.out, disk)) : rendered;
}

/** An error in something without a name could belong to any module that is there, so none is deleted. */
function isNameless(diagnostic: Diagnostic): boolean {
  return isError(diagnostic) && diagnostic.definitions.length === 0;
}
