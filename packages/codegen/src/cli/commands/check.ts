import { generateOptions } from "../../config/options.js";
import { parseRules } from "../../config/parse-rules.js";
import { generate, isError } from "../../index.js";
import { defineCommand } from "../command.js";
import { mendingCommand } from "../mending-command.js";
import { printAnnotations } from "../print-annotations.js";
import { printCheck } from "../print-check.js";
import { printJson } from "../print-json.js";
import { printingFlags } from "../printing-flags.js";
import { reportDiagnostics } from "../report-diagnostics.js";

/** Compares the clients on disk with what `generate` would write, and writes nothing. */
export const checkCommand = defineCommand({
  name: "check",
  describe: "Fail if the clients are not what generate would write, and show the difference",
  flags: { ...generateOptions, ...printingFlags },
  examples: [["check", "In CI: exit 1 and a diff if somebody forgot to regenerate"]],
  run: async (args, io) => {
    const result = await generate({ ...args, rules: parseRules(args.rule ?? []), cwd: io.cwd });
    const { changes, diagnostics, cutOff } = result;
    const stale = changes.filter(({ change }) => change !== "unchanged");
    const isStale = stale.length > 0 || cutOff;
    if (args.json) {
      io.stdout.write(printJson(result));
    } else {
      reportDiagnostics(diagnostics, args, io);
      const report = printCheck({ result, stale, mend: mendingCommand(args) }, io.stdout);
      io.stdout.write(args.quiet && !isStale ? "" : report);
      if (io.annotated !== undefined) {
        io.stdout.write(printAnnotations({ result, stale, root: io.annotated }));
      }
    }
    return isStale || diagnostics.some(isError) ? 1 : 0;
  },
});
