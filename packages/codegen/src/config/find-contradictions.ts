import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import type { TargetOptions } from "./options.js";

/** Finds options of an output that are each fine, and cannot be meant together; `target` names it in messages. */
export function findContradictions(
  { emit, importExtension }: TargetOptions,
  target?: string,
): readonly Diagnostic[] {
  return emit === "js" && (importExtension === "ts" || importExtension === "none")
    ? [diagnose(messages.extensionOfJavaScript(importExtension, target))]
    : [];
}
