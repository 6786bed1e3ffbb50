import { ts, type SourceFile, type StringLiteral } from "ts-morph";

import { installedPackage } from "../paths/installed-package.js";
import { isInside } from "../paths/relative-path.js";

/**
 * Whether what some of a project's files mean can depend on what is in a folder: they import it, directly or through
 * others. So may an import that leads nowhere, once there is something.
 */
export function canReach(
  folder: string,
  { from, all }: { readonly from: Iterable<SourceFile>; readonly all: readonly SourceFile[] },
): boolean {
  const reached = new Set([...from, ...all.filter(isGlobal)].filter(isOurs));
  // A set gives what is added while it is walked through, too.
  for (const file of reached) {
    for (const literal of file.getImportStringLiterals()) {
      const target = importedFile(literal);
      if (target === undefined || isInside(target.getFilePath(), folder)) {
        return true;
      }
      if (isOurs(target)) {
        reached.add(target);
      }
    }
  }
  return false;
}

/** Installed packages import nothing of a project's. */
function isOurs(file: SourceFile): boolean {
  return installedPackage(file.getFilePath()) === undefined;
}

/** Whether others see what a file declares without importing it. */
function isGlobal(file: SourceFile): boolean {
  return (
    !ts.isExternalModule(file.compilerNode) ||
    /\bdeclare\s+(?:global|module)\b/.test(file.getFullText())
  );
}

function importedFile(literal: StringLiteral): SourceFile | undefined {
  return literal.getSymbol()?.getDeclarations()[0]?.getSourceFile();
}
