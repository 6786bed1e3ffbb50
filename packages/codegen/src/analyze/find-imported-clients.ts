import { dirname, resolve } from "node:path";

import type { ImportDeclaration, SourceFile } from "ts-morph";

import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import { isInside } from "../paths/relative-path.js";
import { sourceRange } from "./source-range.js";

/**
 * Finds the imports of generated clients in files that define something. Whatever a handler asks of others, it has to
 * ask through its context: a request of its own would be made again by each retry.
 */
export function findImportedClients(
  files: Iterable<SourceFile>,
  { cwd, out }: { readonly cwd: string; readonly out: string },
): readonly Diagnostic[] {
  return [...files]
    .flatMap((file) => file.getImportDeclarations())
    .filter((one) => !one.isTypeOnly() && isInside(importedPath(one), out))
    .map((one) => {
      const specifier = one.getModuleSpecifier();
      return diagnose(messages.clientsInService(specifier.getLiteralValue()), {
        range: sourceRange(specifier.compilerNode, cwd),
      });
    });
}

/** The file that is imported. Before the first run the clients are not there, so that only the path tells. */
function importedPath(declaration: ImportDeclaration): string {
  const imported = declaration.getModuleSpecifierSourceFile()?.getFilePath();
  const folder = dirname(declaration.getSourceFile().getFilePath());
  return resolve(imported ?? resolve(folder, declaration.getModuleSpecifierValue()));
}
