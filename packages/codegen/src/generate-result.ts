import type { Diagnostic, ExcusedDiagnostic } from "./diagnostics/diagnostic.js";
import type { Definition } from "./model/definition.js";
import type { FileChange } from "./write/compare-files.js";

/** What a run would write, and what there is to say about it. */
export interface GenerateResult {
  /** What shown paths are relative to, absolute. */
  readonly cwd: string;
  /** The output folder, absolute. */
  readonly folder: string;
  /** How relative imports end here, by the option or the project. */
  readonly extension: ".js" | ".ts" | "";
  /** What to do to each file; nothing is written yet. */
  readonly changes: readonly FileChange[];
  /** By file and position; an error keeps the definition that it is in from being written. */
  readonly diagnostics: readonly Diagnostic[];
  /** What comments in the code answer; it counts for nothing. */
  readonly excused: readonly ExcusedDiagnostic[];
  /** The definitions whose clients are in `changes`. */
  readonly definitions: readonly Definition[];
  /** Whether the definitions are others than those that the contract in the output folder was written for. */
  readonly servicesChanged: boolean;
  /** Whether an earlier run was killed while it wrote; writing this result finishes the job. */
  readonly cutOff: boolean;
  /** Whether the types of a definition may depend on the clients, so that writing them can change what the next run reads. */
  readonly circular: boolean;
}
