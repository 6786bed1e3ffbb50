import { analyze } from "./analyze/analyze.js";
import { importExtension } from "./analyze/import-extension.js";
import { checkOutput } from "./check/check-output.js";
import { judge } from "./check/judge.js";
import type { GenerateOptions } from "./config/options.js";
import { readVersion } from "./config/read-version.js";
import { resolveOptions } from "./config/resolve-options.js";
import { isError, type Diagnostic } from "./diagnostics/diagnostic.js";
import { settle } from "./diagnostics/settle.js";
import type { Disk } from "./disk/disk.js";
import { formatFiles } from "./format/format-files.js";
import type { GenerateResult } from "./generate-result.js";
import { moduleFile } from "./naming/client-names.js";
import { relativePath } from "./paths/relative-path.js";
import { keepDefinitions } from "./plan/keep-definitions.js";
import { planContract } from "./plan/plan-contract.js";
import { planFiles } from "./plan/plan-files.js";
import { runtimePackage } from "./plan/runtime-names.js";
import { renderFiles } from "./render/render-files.js";
import { compareFiles } from "./write/compare-files.js";
import { findInstalled } from "./write/find-installed.js";
import { readOutputFolder } from "./write/output-folder.js";
import { contractIn, haveSameDefinitions } from "./write/read-contract.js";
import { renewDigests, writtenDigests } from "./write/written-digests.js";

/** The whole generator, top to bottom. Reads the project and the output folder through `disk`, and writes nothing. */
export async function generate(options: GenerateOptions, disk: Disk): Promise<GenerateResult> {
  const resolved = resolveOptions(options);
  const { cwd, project, out } = resolved;
  const folder = await readOutputFolder(out, disk);

  // TypeScript → model. Everything the user wrote, with its location.
  const analysis = analyze(project, { cwd, out, disk });

  // model → diagnostics. After this stage, an error is a bug of ours.
  const { diagnostics, excused, definitions, blocked } = await judge(analysis, resolved);
  const kept = keepDefinitions(folder, { blocked, written: definitions });
  const keptFiles = kept.map(moduleFile);
  const { cutOff } = folder;
  const known = { cwd, folder: out, excused, definitions, cutOff, circular: analysis.isCircular };
  if (definitions.length + kept.length === 0) {
    return { ...known, changes: [], diagnostics, servicesChanged: false };
  }

  // model → files → text. The plan decides all names, paths and texts; rendering is layout only.
  const { sharedNames: before } = folder.contract;
  const { files: planned, sharedNames } = planFiles(
    definitions,
    { definitions: kept, sharedNames: before },
    { ...resolved, extension: importExtension(resolved, disk) },
  );
  const rendered = await renderFiles(planned, resolved, disk);
  const digests = writtenDigests(rendered.files, keptFiles, folder.contract);
  const contract = planContract([...definitions, ...kept], { digests, sharedNames });
  const texts = [...rendered.files, contract];
  const formatted =
    rendered.diagnostics.length > 0 ? rendered : await formatFiles(texts, resolved, disk);
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

/** An error in something without a name could belong to any module that is there, so none is deleted. */
function isNameless(diagnostic: Diagnostic): boolean {
  return isError(diagnostic) && diagnostic.definitions.length === 0;
}
