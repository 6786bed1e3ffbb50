import { dirname } from "node:path";

import { ts } from "ts-morph";

import type { Disk } from "../disk/disk.js";

/** The files that a tsconfig can include; whatever else is in a folder changes nothing. */
export const sourceNames = /\.(?:[cm]?[jt]sx?|json)$/;

/** A tsconfig as TypeScript understands it, with what it extends, or why it cannot be understood. */
export function parseConfig(
  path: string,
  disk: Disk,
):
  | { readonly config: ts.ParsedCommandLine; readonly problem?: never }
  | { readonly config?: never; readonly problem: string } {
  const host = parseHost(disk);
  const read = ts.readConfigFile(path, host.readFile);
  if (read.error) {
    return { problem: ts.flattenDiagnosticMessageText(read.error.messageText, " ") };
  }
  const config = ts.parseJsonConfigFileContent(read.config, host, dirname(path), undefined, path);
  // "No inputs were found" and an empty "files" list have a message of their own.
  const fatal = config.errors.find(({ code }) => code !== 18003 && code !== 18002);
  return fatal ? { problem: ts.flattenDiagnosticMessageText(fatal.messageText, " ") } : { config };
}

/** The same, making the best of what cannot be understood. */
export function parseConfigAnyway(path: string, disk: Disk): ts.ParsedCommandLine {
  const host = parseHost(disk);
  const { config } = ts.readConfigFile(path, host.readFile) as { config?: unknown };
  return ts.parseJsonConfigFileContent(config ?? {}, host, dirname(path), undefined, path);
}

function parseHost(disk: Disk): ts.ParseConfigHost {
  const { useCaseSensitiveFileNames } = ts.sys;
  const entriesOf = (folder: string) => {
    const entries = disk.list(folder, sourceNames);
    const named = (kind: string) =>
      entries.filter((one) => one.kind === kind).map((one) => one.name);
    return { files: named("file"), directories: named("folder") };
  };
  return {
    useCaseSensitiveFileNames,
    fileExists: disk.isFile,
    readFile: (path) => disk.readText(path)?.replace(/^\uFEFF/, ""),
    readDirectory: (folder, extensions, excludes, includes, depth) =>
      matchFiles(
        folder,
        extensions,
        excludes,
        includes,
        useCaseSensitiveFileNames,
        process.cwd(),
        depth,
        entriesOf,
        disk.realPath,
      ),
  };
}

/** What `ts.sys.readDirectory` is made of; there is no public way to give it another disk. */
const { matchFiles } = ts as unknown as {
  readonly matchFiles: (
    folder: string,
    extensions: readonly string[],
    excludes: readonly string[] | undefined,
    includes: readonly string[],
    useCaseSensitiveFileNames: boolean,
    currentDirectory: string,
    depth: number | undefined,
    getEntries: (folder: string) => {
      readonly files: readonly string[];
      readonly directories: readonly string[];
    },
    realPath: (path: string) => string,
  ) => string[];
};
