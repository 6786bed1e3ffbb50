import type { Blame } from "../../diagnostics/blame.js";
import { relativePath } from "../../paths/relative-path.js";
import type { Place, TypeReader } from "../type-reader.js";
import { explainImport } from "./explain-import.js";
import { findCulprit } from "./find-culprit.js";

/** Finds out which import is to blame for a type that TypeScript does not know. */
export function findBlame({ hint, node }: Place, reader: TypeReader): Blame | undefined {
  const culprit = findCulprit(hint ?? node, reader.checker);
  return (
    culprit && {
      ...explainImport(culprit, reader.disk),
      importedIn: relativePath(culprit.specifier.getSourceFile().fileName, reader.cwd),
    }
  );
}
