import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import type { Disk } from "../disk/disk.js";
import type { PlannedFile } from "../plan/plan-files.js";
import { compileTemplates, type LayOut } from "./compile-templates.js";
import { findForeign } from "./find-foreign.js";
import { findTemplates, type TemplatesPlace } from "./find-templates.js";
import { TemplateError } from "./template-error.js";

/** A file as text. */
export interface RenderedFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly text: string;
}

/** What came of rendering: every file in the same order, or none at all. */
export interface Rendered {
  readonly files: readonly RenderedFile[];
  /** Why there are none. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Lays planned files out as text, which is right, but still to be formatted. */
export async function renderFiles(
  planned: readonly PlannedFile[],
  place: TemplatesPlace,
  disk: Disk,
): Promise<Rendered> {
  const { sources, diagnostics } = await findTemplates(place, disk);
  if (diagnostics.length > 0) {
    return { files: [], diagnostics };
  }
  const layOut = compileTemplates(sources);
  const outcomes = planned.map((file) => attempt(file, layOut));
  const failures = outcomes.filter((one) => one instanceof TemplateError);
  const files = outcomes.flatMap((one) => (one instanceof TemplateError ? [] : [one]));
  const problems = [...onePerPlace(failures).map(explain), ...findForeign(files)];
  return { files: problems.length > 0 ? [] : files, diagnostics: problems };
}

function attempt(
  { path, template, view }: PlannedFile,
  layOut: LayOut,
): RenderedFile | TemplateError {
  try {
    return { path, text: layOut(template, view) };
  } catch (error) {
    if (error instanceof TemplateError && error.source.file !== undefined) {
      return error;
    }
    throw error;
  }
}

/** A template fails in the same place for every definition. */
function onePerPlace(errors: readonly TemplateError[]): readonly TemplateError[] {
  const places = errors.map(({ source, line, column }) => [source.name, line, column].join());
  return errors.filter((_, index) => places.indexOf(places[index] ?? "") === index);
}

function explain({ source, line, column, message }: TemplateError): Diagnostic {
  const { file = "", text } = source;
  const shown = text.split(/\r?\n/)[line - 1] ?? "";
  const length = /^[\w.-]+|/.exec(shown.slice(column - 1))?.[0].length ?? 0;
  return diagnose(messages.templateUnusable(message), {
    range: { file, line, column, length: Math.max(1, length), text: shown },
  });
}
