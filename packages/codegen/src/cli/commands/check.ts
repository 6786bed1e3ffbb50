import { generateOptions } from "../../config/options.js";
import { parseRules } from "../../config/parse-rules.js";
import { generate, isError, printDiagnostics } from "../../index.js";
import { relativePath } from "../../paths/relative-path.js";
import { defineCommand } from "../command.js";
import { mendingCommand } from "../mending-command.js";
import { printAnnotations } from "../print-annotations.js";
import { printCheck } from "../print-check.js";
import { printJson } from "../print-json.js";
import { printingFlags } from "../printing-flags.js";

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
    if (args.json) {
      io.stdout(printJson(result));
    } else {
      if (diagnostics.length > 0) {
        io.stderr(`${printDiagnostics(diagnostics, io)}\n`);
      }
      io.stdout(printCheck({ result, stale, mend: mendingCommand(args) }, io));
    }
    if (io.annotate) {
      const folder = relativePath(result.folder, result.cwd);
      io.stdout(printAnnotations({ folder, stale, diagnostics }));
    }
    return stale.length > 0 || cutOff || diagnostics.some(isError) ? 1 : 0;
  },
});
