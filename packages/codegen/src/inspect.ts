import { judge } from "./check/judge.js";
import type { GenerateOptions } from "./config/options.js";
import { resolveOptions } from "./config/resolve-options.js";
import type { Diagnostic, ExcusedDiagnostic } from "./diagnostics/diagnostic.js";
import { realDisk } from "./disk/real-disk.js";
import type { Definition } from "./model/definition.js";
import { planOverview, type DefinitionOverview } from "./plan/plan-overview.js";

/** What a project defines. */
export interface InspectResult {
  /** What shown paths are relative to, absolute. */
  readonly cwd: string;
  /** By name; what has an error is not among them. */
  readonly definitions: readonly Definition[];
  /** The same, as text for people. */
  readonly overviews: readonly DefinitionOverview[];
  /** By file and position. */
  readonly diagnostics: readonly Diagnostic[];
  /** What comments in the code answer; it counts for nothing. */
  readonly excused: readonly ExcusedDiagnostic[];
}

/** Reads what a project defines, as `generate` would, and neither looks at the output folder nor writes. */
export async function inspect(options: GenerateOptions): Promise<InspectResult> {
  const { analyze } = await import("./analyze/analyze.js");
  const resolved = resolveOptions(options);
  const { cwd, project, out } = resolved;
  const analysis = analyze(project, { cwd, out, disk: realDisk });
  const { diagnostics, excused, definitions } = await judge(analysis, resolved);
  const sorted = [...definitions].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { cwd, definitions: sorted, overviews: sorted.map(planOverview), diagnostics, excused };
}
