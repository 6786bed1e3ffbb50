import { generateOptions } from "../../config/options.js";
import { parseRules } from "../../config/parse-rules.js";
import { generate, isError, writeClients } from "../../index.js";
import { defineCommand } from "../command.js";
import { printJson } from "../print-json.js";
import { printSummary } from "../print-summary.js";
import { printingFlags } from "../printing-flags.js";
import { reportDiagnostics } from "../report-diagnostics.js";

/** Generates, writes, and says what was done. */
export const generateCommand = defineCommand({
  name: "generate",
  isDefault: true,
  describe: "Write a client for each service, virtual object and workflow",
  flags: {
    ...generateOptions,
    ...printingFlags,
    "dry-run": {
      type: "boolean",
      default: false,
      describe: "Show what would be written, and write nothing",
    },
  },
  examples: [
    ["", "Read tsconfig.json, write src/clients"],
    ["-p api -o web/src/restate", "Read one package, write into another"],
  ],
  run: async (args, io) => {
    const dryRun = args["dry-run"];
    const generated = await generate({ ...args, rules: parseRules(args.rule ?? []), cwd: io.cwd });
    const failures = dryRun ? [] : await writeClients(generated);
    const diagnostics = [...generated.diagnostics, ...failures];
    const result = { ...generated, diagnostics };
    if (args.json) {
      io.stdout.write(printJson(result));
    } else {
      reportDiagnostics(diagnostics, args, io);
      const summary = printSummary(result, { dryRun, failed: failures.length > 0 });
      io.stdout.write(args.quiet ? "" : summary);
    }
    return diagnostics.some(isError) ? 1 : 0;
  },
});
