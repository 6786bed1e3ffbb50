import { join } from "node:path";

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
  const failures: RenderedFailure[] = [];
  for (const { path, text } of files) {
    try {
      const format = await formatting;
      formatted.push({ path, text: await format(join(place.folder, path), text) });
    } catch (error) {
      failures.push({ path: `${place.shown}/${path}`, reason: reasonOf(error) });
    }
  }
  return failures.length > 0 ? { problems: explain(failures) } : { files: formatted };
}

interface RenderedFailure {
  readonly path: string;
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

/** A broken configuration fails every file in the same way, which is said once. */
function explain(failures: readonly RenderedFailure[]) {
  const reasons = [...new Set(failures.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const paths = failures.filter((one) => one.reason === reason).map(({ path }) => path);
    return messages.formatFailed(paths, reason);
  });
}

/** The first line, without the file in prettier that was looking for a plugin. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\n.*$/s, "").replace(/ imported from .*$/, ".");
}
