import { isError, printDiagnostics, type Diagnostic } from "../index.js";
import type { Io } from "./io.js";

/** Prints what there is to say; of what is not an error nothing where it is to be quiet. */
export function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  { quiet }: { readonly quiet?: boolean | undefined },
  { stderr }: Io,
): void {
  const said = quiet ? diagnostics.filter(isError) : diagnostics;
  if (said.length > 0) {
    const { color, columns } = stderr;
    stderr.write(`${printDiagnostics(said, { color, width: columns })}\n`);
  }
}
