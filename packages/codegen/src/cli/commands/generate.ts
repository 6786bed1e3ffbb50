import { writeClients } from "../../index.js";
import { defineCommand } from "../command.js";
import { printSummary } from "../print-summary.js";
import { printingFlags } from "../printing-flags.js";
import { runTargets } from "../run-targets.js";
import { targetFlags } from "../target-flags.js";

/** Generates, writes, and says what was done. */
export const generateCommand = defineCommand({
  name: "generate",
  isDefault: true,
  describe: "Write a client for each service, virtual object and workflow",
  flags: {
    ...targetFlags,
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
    ["--target web", "Write one of the targets of the config file"],
  ],
  run: (flags, io) => {
    const dryRun = flags["dry-run"];
    return runTargets(flags, io, async (generated) => {
      const failures = dryRun ? [] : await writeClients(generated);
      const result = { ...generated, diagnostics: [...generated.diagnostics, ...failures] };
      const summary = printSummary(result, { dryRun, failed: failures.length > 0 });
      return { result, isFine: true, text: flags.quiet ? "" : summary };
    });
  },
});
