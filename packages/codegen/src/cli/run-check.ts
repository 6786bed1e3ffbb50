import { relative, sep } from "node:path";

import { parseRules } from "../config/parse-rules.js";
import { generate, isError, printDiagnostics } from "../index.js";
import { printAnnotations } from "./print-annotations.js";
import { printCheck } from "./print-check.js";
import { printJson } from "./print-json.js";
import type { GenerateArguments } from "./run-generate.js";
import type { Io } from "./run.js";

/** The flags of `check`. */
export type CheckArguments = Omit<GenerateArguments, "dryRun">;

/** Compares the clients on disk with what `generate` would write, and writes nothing. Returns the exit code. */
export async function runCheck(args: CheckArguments, io: Io): Promise<number> {
  const result = await generate({ ...args, rules: parseRules(args.rule ?? []), cwd: io.cwd });
  const { changes, diagnostics, cutOff } = result;
  const stale = changes.filter(({ change }) => change !== "unchanged");
  if (args.json) {
    io.stdout(printJson(result));
  } else {
    if (diagnostics.length > 0) {
      io.stderr(`${printDiagnostics(diagnostics, io)}\n`);
    }
    io.stdout(printCheck({ result, stale, mend: mendingCommand(args) }, io));
  }
  if (io.annotate) {
    const folder = relative(io.cwd, result.folder).split(sep).join("/");
    io.stdout(printAnnotations({ folder, stale, diagnostics }));
  }
  return stale.length > 0 || cutOff || diagnostics.some(isError) ? 1 : 0;
}

/** The command that writes what is checked: the same flags, without those that only print. */
function mendingCommand({ project, out, include = [], exclude = [], rule = [] }: CheckArguments) {
  const flags = [
    ...(project === undefined ? [] : ["--project", project]),
    ...(out === undefined ? [] : ["--out", out]),
    ...include.flatMap((pattern) => ["--include", pattern]),
    ...exclude.flatMap((pattern) => ["--exclude", pattern]),
    ...rule.flatMap((one) => ["--rule", one]),
  ];
  return ["npx restate-codegen", ...flags.map(shellWord)].join(" ");
}

function shellWord(text: string): string {
  return /^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
