import { generate, isError, printDiagnostics, writeFiles, type GenerateOptions } from "../index.js";
import { printJson } from "./print-json.js";
import { printSummary } from "./print-summary.js";
import type { Io } from "./run.js";

/** The flags of `generate`. */
export interface GenerateArguments extends GenerateOptions {
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Generates, writes, and says what was done. Returns the exit code. */
export async function runGenerate(args: GenerateArguments, io: Io): Promise<number> {
  const result = await generate({ ...args, cwd: io.cwd });
  if (!args.dryRun) {
    await writeFiles(result.folder, result.changes);
  }
  if (args.json) {
    io.stdout(printJson(result));
  } else {
    if (result.diagnostics.length > 0) {
      io.stderr(`${printDiagnostics(result.diagnostics, io)}\n`);
    }
    io.stdout(printSummary(result, { cwd: io.cwd, dryRun: args.dryRun }));
  }
  return result.diagnostics.some(isError) ? 1 : 0;
}
