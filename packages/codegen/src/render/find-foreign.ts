import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import { hasHeader } from "../write/has-header.js";
import type { RenderedFile } from "./render-files.js";

/** Finds texts without our line at the top, which the next run would leave alone as somebody else's. */
export function findForeign(files: readonly RenderedFile[]): readonly Diagnostic[] {
  const paths = files.filter(({ text }) => !hasHeader(text)).map(({ path }) => path);
  return paths.length > 0 ? [diagnose(messages.templateWithoutHeader(paths))] : [];
}
