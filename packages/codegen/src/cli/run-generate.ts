import {
  generate,
  isError,
  printDiagnostics,
  writeClients,
  type GenerateOptions,
} from "../index.js";
import { parseRules } from "../config/parse-rules.js";
import { printJson } from "./print-json.js";
import { printSummary } from "./print-summary.js";
import type { Io } from "./run.js";

/** The flags of `generate`. */
export interface GenerateArguments extends Omit<GenerateOptions, "rules"> {
  readonly rule?: readonly string[] | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Generates, writes, and says what was done. Returns the exit code. */
export async function runGenerate(args: GenerateArguments, io: Io): Promise<number> {
  const generated = await generate({ ...args, rules: parseRules(args.rule ?? []), cwd: io.cwd });
  const failures = args.dryRun ? [] : await writeClients(generated);
  const diagnostics = [...generated.diagnostics, ...failures];
  const result = { ...generated, diagnostics };
  if (args.json) {
    io.stdout(printJson(result));
  } else {
    if (diagnostics.length > 0) {
      io.stderr(`${printDiagnostics(diagnostics, io)}\n`);
    }
    io.stdout(printSummary(result, { dryRun: args.dryRun, failed: failures.length > 0 }));
  }
  return diagnostics.some(isError) ? 1 : 0;
}
