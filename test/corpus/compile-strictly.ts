import ts from "typescript";

import { strictOptions } from "../compile/strict-options.js";
import { overlayProgram } from "./overlay-program.js";

/** Compiles generated modules, given by their absolute path, at their strictest; returns what the compiler says. */
export function compileStrictly(modules: ReadonlyMap<string, string>): readonly string[] {
  if (modules.size === 0) {
    return [];
  }
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...strictOptions("5.9"),
      module: "ESNext",
      moduleResolution: "bundler",
      allowImportingTsExtensions: true,
    },
    "/",
  );
  const program = overlayProgram({ options, rootNames: [], files: modules });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText, code }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    return `${file?.fileName ?? "options"} TS${String(code)} ${text}`;
  });
}
