import { stripVTControlCharacters } from "node:util";

import { tokenizeArgs } from "args-tokenizer";
import { x } from "tinyexec";

import { messages } from "../diagnostics/messages.js";
import type { Disk } from "../disk/disk.js";
import { readManifest } from "../disk/read-manifest.js";
import { foldersAbove } from "../paths/folders-above.js";
import { relativePath } from "../paths/relative-path.js";
import type { RenderedFile } from "../render/render-files.js";
import { makeCopies } from "../write/copies.js";
import { systemCode } from "../write/file-system.js";
import type { FormatOutcome, FormatPlace } from "./format-files.js";

/**
 * Formats with a command that takes names of files and rewrites the files. It gets copies, so that nothing changes that
 * stands there, in a folder inside the output folder, so that the configuration that it finds is the one for there. It
 * runs where the nearest `package.json` is, as that one's scripts do.
 */
export async function formatWithCommand(
  command: string,
  files: readonly RenderedFile[],
  { folder, shown, disk }: FormatPlace,
): Promise<FormatOutcome> {
  disk.giveUp(`what \`${command}\` depends on is not known`);
  try {
    const copies = await makeCopies(folder, files);
    try {
      const home = homeOf(folder, disk);
      const staged = relativePath(copies.folder, home);
      const paths = files.map(({ path }) => `${staged}/${path}`);
      const failure = await runCommand(command, paths, home);
      return failure === undefined
        ? { files: await copies.read() }
        : { problems: [messages.formatCommandFailed(command, failure.replaceAll(staged, shown))] };
    } finally {
      await copies.remove();
    }
  } catch (error) {
    if (error instanceof Error && systemCode(error) !== undefined) {
      return { problems: [messages.writeFailed(shown, error.message)] };
    }
    throw error;
  }
}

function homeOf(folder: string, disk: Disk): string {
  return foldersAbove(folder).find((one) => readManifest(one, disk) !== undefined) ?? folder;
}

/** Runs the command on all files. Returns what went wrong. */
async function runCommand(
  command: string,
  paths: readonly string[],
  cwd: string,
): Promise<string | undefined> {
  try {
    const [name = "", ...words] = tokenizeArgs(command);
    for (const some of inBatches(paths)) {
      // Without input to wait for. It finds the commands of installed packages, as npm's scripts do.
      const { exitCode, stdout, stderr } = await x(name, [...words, ...some], {
        nodeOptions: { cwd, stdio: ["ignore", "pipe", "pipe"] },
      });
      if (exitCode !== 0) {
        return [
          `it ended with exit code ${String(exitCode)}`,
          ...quoteOutput(stderr || stdout),
        ].join("\n");
      }
    }
    return undefined;
  } catch (error) {
    return systemCode(error) === "ENOENT" ? "there is no such command" : String(error);
  }
}

/** Some systems take no more than 8,191 characters at once. */
function inBatches(paths: readonly string[]): readonly (readonly string[])[] {
  const longest = Math.max(...paths.map((path) => path.length));
  const size = Math.ceil(7_000 / longest);
  const count = Math.ceil(paths.length / size);
  return Array.from({ length: count }, (_, at) => paths.slice(at * size, (at + 1) * size));
}

/** The first lines of what a command said, under the message. */
function quoteOutput(output: string): readonly string[] {
  const text = stripVTControlCharacters(output).trim();
  return text === ""
    ? []
    : [
        "",
        ...text
          .split(/\r?\n/)
          .slice(0, 20)
          .map((line) => `    ${line}`.trimEnd()),
      ];
}
