import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Definition } from "../model/definition.js";

/** One thing that can be wrong with the definitions of a project. */
export type Rule = (definitions: readonly Definition[]) => readonly Diagnostic[];
