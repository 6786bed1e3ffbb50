import { readFlags, type FlagValues } from "../config/flags.js";
import {
  generate,
  isError,
  loadConfig,
  type ConfiguredTarget,
  type GenerateResult,
  type LoadedConfig,
} from "../index.js";
import type { Io } from "./io.js";
import { printJson, type NamedResult } from "./print-json.js";
import { createProgress } from "./progress.js";
import { reportDiagnostics } from "./report-diagnostics.js";

/** The flags that every command over targets has. */
export interface TargetFlagValues extends FlagValues {
  readonly config?: string | undefined;
  readonly target?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** What a command made of one target. */
export interface TargetRun {
  readonly result: GenerateResult;
  /** Whether there is nothing to mend, beside the errors in the result. */
  readonly isFine: boolean;
  /** For people, after the diagnostics. */
  readonly text: string;
}

/**
 * Generates each target of the config file, or the one that the flags describe, and prints what the command makes of
 * it. Returns the exit code.
 */
export async function runTargets(
  flags: TargetFlagValues,
  io: Io,
  work: (result: GenerateResult, target: ConfiguredTarget) => TargetRun | Promise<TargetRun>,
): Promise<number> {
  const config = await loadTargets(flags, io);
  const { targets, diagnostics } = config;
  let isFine = !diagnostics.some(isError);
  const results: NamedResult[] = [];
  const during = createProgress(flags.quiet ? {} : io);
  for (const target of targets) {
    const run = await during(`Reading ${target.name ?? "the services"}`, async () =>
      work(await generate(target.options), target),
    );
    results.push({ name: target.name, result: run.result });
    isFine &&= run.isFine && !run.result.diagnostics.some(isError);
    if (!flags.json) {
      reportDiagnostics(run.result.diagnostics, flags, io);
      io.stdout.write(run.text);
    }
  }
  if (flags.json) {
    io.stdout.write(printJson(results, diagnostics));
  }
  const found = results.map(({ result }) => result);
  if (isFine && found.every(isUnchanged)) {
    io.keep?.({ config, results: found });
  }
  return isFine ? 0 : 1;
}

function isUnchanged({ changes }: GenerateResult): boolean {
  return changes.every(({ change }) => change === "unchanged");
}

/** Says which targets the flags and the config file mean, and reports what is wrong with those unless JSON is wanted. */
export async function loadTargets(flags: TargetFlagValues, io: Io): Promise<LoadedConfig> {
  const config = await loadConfig({
    cwd: io.cwd,
    config: flags.config,
    targets: flags.target,
    overrides: readFlags(flags),
  });
  if (!flags.json) {
    reportDiagnostics(config.diagnostics, flags, io);
  }
  return config;
}
