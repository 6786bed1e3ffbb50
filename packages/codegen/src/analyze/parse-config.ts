import { dirname } from "node:path";

import { ts } from "ts-morph";

import { configHost } from "./plug-n-play.js";

/** A tsconfig as TypeScript understands it, with what it extends, or why it cannot be understood. */
export function parseConfig(
  path: string,
):
  | { readonly config: ts.ParsedCommandLine; readonly problem?: never }
  | { readonly config?: never; readonly problem: string } {
  const folder = dirname(path);
  const read = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  if (read.error) {
    return { problem: ts.flattenDiagnosticMessageText(read.error.messageText, " ") };
  }
  const config = ts.parseJsonConfigFileContent(
    read.config,
    configHost(folder),
    folder,
    undefined,
    path,
  );
  // "No inputs were found" and an empty "files" list have a message of their own.
  const fatal = config.errors.find(({ code }) => code !== 18003 && code !== 18002);
  return fatal ? { problem: ts.flattenDiagnosticMessageText(fatal.messageText, " ") } : { config };
}
