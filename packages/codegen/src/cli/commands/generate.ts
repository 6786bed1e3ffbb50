import { writeClients } from "../../index.js";
import { defineCommand } from "../command.js";
import { printSummary } from "../print-summary.js";
import { printingFlags } from "../printing-flags.js";
import { runTargets } from "../run-targets.js";
import { targetFlags } from "../target-flags.js";
import { watchTargets } from "../watch-targets.js";

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
      defaultDescription: "false",
      describe: "Show what would be written, and write nothing",
    },
    watch: {
      type: "boolean",
      alias: "w",
      conflicts: "dry-run",
      defaultDescription: "false",
      describe: "Go on, and write again whenever something changes",
    },
  },
  examples: [
    ["", "Read tsconfig.json, write src/clients"],
    ["-p api -o web/src/restate", "Read one package, write into another"],
    ["--target web", "Write one of the targets of the config file"],
  ],
  run: (flags, io) => {
    const dryRun = flags["dry-run"] ?? false;
    if (flags.watch) {
      return watchTargets(flags, io);
    }
    return runTargets(flags, io, async (generated) => {
      const failures = dryRun ? [] : await writeClients(generated);
      const result = { ...generated, diagnostics: [...generated.diagnostics, ...failures] };
      const summary = printSummary(result, { dryRun, failed: failures.length > 0 });
      return { result, isFine: true, text: flags.quiet ? "" : summary };
    });
  },
});
