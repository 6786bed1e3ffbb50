import { judgeClients } from "../../index.js";
import { defineCommand } from "../command.js";
import { mendingCommand } from "../mending-command.js";
import { printAnnotations } from "../print-annotations.js";
import { printCheck } from "../print-check.js";
import { printingFlags } from "../printing-flags.js";
import { runTargets } from "../run-targets.js";
import { targetFlags } from "../target-flags.js";

/** Compares the clients on disk with what `generate` would write, and writes nothing. */
export const checkCommand = defineCommand({
  name: "check",
  describe: "Fail if the clients are not what generate would write, and show the difference",
  flags: { ...targetFlags, ...printingFlags },
  examples: [["check", "In CI: exit 1 and a diff if somebody forgot to regenerate"]],
  run: (flags, io) =>
    runTargets(flags, io, (result, { name }) => {
      const { stale, isFine } = judgeClients(result);
      const report = printCheck({ result, stale, mend: mendingCommand(flags, name) }, io.stdout);
      const root = io.annotated;
      return {
        result,
        isFine,
        text: [
          flags.quiet && isFine ? "" : report,
          root === undefined ? "" : printAnnotations({ result, stale, root }),
        ].join(""),
      };
    }),
});
