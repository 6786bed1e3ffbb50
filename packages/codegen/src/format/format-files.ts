import { diagnose, type Message } from "../diagnostics/diagnose.js";
import type { Disk } from "../disk/disk.js";
import { relativePath } from "../paths/relative-path.js";
import type { Rendered, RenderedFile } from "../render/render-files.js";
import { formatWithCommand } from "./format-with-command.js";
import { formatWithPrettier } from "./format-with-prettier.js";

/** Who formats, and for where. */
export interface FormatOptions {
  /** `prettier`, `none`, or a command. */
  readonly format: string;
  /** The folder that the files will stand in, absolute: where it is decides how they are formatted. */
  readonly out: string;
  /** What shown paths are relative to, absolute. */
  readonly cwd: string;
}

/** The folder that files are formatted for. */
export interface FormatPlace {
  /** Absolute. */
  readonly folder: string;
  /** As messages show it. */
  readonly shown: string;
  readonly disk: Disk;
}

/** What a formatter makes of files: the same with other texts, or what the user has to mend first. */
export type FormatOutcome =
  | { readonly files: readonly RenderedFile[]; readonly problems?: never }
  | { readonly files?: never; readonly problems: readonly Message[] };

/** Formats all files. Where one cannot be formatted none is given, so that what is written always fits together. */
export async function formatFiles(
  { files, diagnostics }: Rendered,
  { format, out, cwd }: FormatOptions,
  disk: Disk,
): Promise<Rendered> {
  if (diagnostics.length > 0) {
    return { files: [], diagnostics };
  }
  const place = { folder: out, shown: relativePath(out, cwd), disk };
  const { files: formatted = [], problems = [] } = await formatBy(format, files, place);
  return { files: formatted, diagnostics: problems.map((problem) => diagnose(problem)) };
}

function formatBy(
  format: string,
  files: readonly RenderedFile[],
  place: FormatPlace,
): FormatOutcome | Promise<FormatOutcome> {
  switch (format) {
    case "none":
      return { files };
    case "prettier":
      return formatWithPrettier(files, place);
    default:
      return formatWithCommand(format, files, place);
  }
}
