import { join } from "node:path";

import type { Message } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { RenderedFile } from "../render/render-files.js";
import { askForConfigurations } from "./ask-for-configurations.js";
import { findIgnoreFile, findPrettier } from "./find-prettier.js";
import type { FormatOutcome, FormatPlace } from "./format-files.js";

/**
 * Formats as the project's own prettier does, with its configuration, or by prettier's defaults where there is none.
 * What its ignore file names stays as it is laid out.
 */
export async function formatWithPrettier(
  files: readonly RenderedFile[],
  place: FormatPlace,
): Promise<FormatOutcome> {
  const formatting = createFormat(place);
  const formatted: RenderedFile[] = [];
  const failures: Failure[] = [];
  for (const { path, text } of files) {
    try {
      const format = await formatting;
      formatted.push({ path, text: await format(join(place.folder, path), text) });
    } catch (error) {
      failures.push({ path: `${place.shown}/${path}`, ...whyNot(error, text) });
    }
  }
  return failures.length > 0 ? { problems: explain(failures) } : { files: formatted };
}

interface Failure {
  readonly path: string;
  /** What could not be read; undefined where it did not come to reading. */
  readonly line: string | undefined;
  readonly reason: string;
}

async function createFormat({ folder, disk }: FormatPlace) {
  const prettier = await findPrettier(folder, disk);
  const ignorePath = findIgnoreFile(folder, disk);
  // Configurations change while a watcher waits.
  await prettier.clearConfigCache();
  await askForConfigurations(prettier, folder, disk);
  return async (path: string, text: string): Promise<string> => {
    const { ignored } =
      ignorePath === undefined
        ? { ignored: false }
        : await prettier.getFileInfo(path, { ignorePath, withNodeModules: true });
    const config = await prettier.resolveConfig(path, { editorconfig: true });
    return ignored ? text : prettier.format(text, { ...config, filepath: path });
  };
}

/** What fails several files in the same way, as a broken configuration does, is said once. */
function explain(failures: readonly Failure[]): readonly Message[] {
  const isLike = (one: Failure) => (other: Failure) =>
    one.reason === other.reason && one.line === other.line;
  const ways = failures.filter((one, index) => failures.findIndex(isLike(one)) === index);
  return ways.map((way) => {
    const paths = failures.filter(isLike(way)).map(({ path }) => path);
    return way.line === undefined
      ? messages.formatFailed(paths, way.reason)
      : messages.templateUnreadable(paths, way.line, way.reason);
  });
}

function whyNot(error: unknown, text: string): Omit<Failure, "path"> {
  const message = error instanceof Error ? error.message : String(error);
  // What is wrong with a file is said behind its name; then comes an excerpt.
  const [said = ""] = message.replace(/:\n/, ": ").split(/:?\n/);
  // Without the file in prettier that was looking for a plugin.
  const reason = said.replace(/ imported from .*$/, ".");
  const line = unreadLine(error);
  return line === undefined
    ? { line, reason }
    : {
        line: text.split("\n")[line - 1]?.trim() ?? "",
        // Nobody sees the text before it is formatted.
        reason: reason.replace(/ \(\d+:\d+\)$/, ""),
      };
}

/** The number of the line that prettier could not read, if that is what it says. A broken configuration has no `loc`. */
function unreadLine(error: unknown): number | undefined {
  const { loc } = Object(error) as {
    readonly loc?: { readonly start?: { readonly line?: number } };
  };
  return loc?.start?.line;
}
