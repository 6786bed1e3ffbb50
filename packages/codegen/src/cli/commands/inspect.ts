import { inspect, isError, type InspectResult } from "../../index.js";
import { defineCommand } from "../command.js";
import { printDiagram } from "../print-diagram.js";
import { printInspection } from "../print-inspection.js";
import { printingFlags } from "../printing-flags.js";
import { createProgress } from "../progress.js";
import { reportDiagnostics } from "../report-diagnostics.js";
import { loadTargets } from "../run-targets.js";
import { targetFlags } from "../target-flags.js";

/** Shows what is defined, and where. */
export const inspectCommand = defineCommand({
  name: "inspect",
  describe: "Show the services, handlers and types that are found, and where they are defined",
  flags: {
    ...targetFlags,
    ...printingFlags,
    mermaid: {
      type: "boolean",
      defaultDescription: "false",
      conflicts: "json",
      describe: "Print a diagram, as GitHub draws it",
    },
  },
  examples: [
    ["inspect", "Look at all of them"],
    ["inspect --include 'Billing*' --mermaid", "Draw some of them"],
    ["inspect --json", "Give the model to another program"],
  ],
  run: async (flags, io) => {
    const { targets, diagnostics } = await loadTargets(flags, io);
    const results = await createProgress(flags.quiet ? {} : io)("Reading the services", () =>
      Promise.all(
        targets.map(async ({ name, options }) => ({ name, ...(await inspect(options)) })),
      ),
    );
    const found = once(results.flatMap((one) => one.diagnostics));
    if (flags.json) {
      const printed = { targets: results.map(plain), diagnostics };
      io.stdout.write(`${JSON.stringify(printed, undefined, 2)}\n`);
    } else {
      reportDiagnostics(found, flags, io);
      const print = flags.mermaid ? printDiagram : printInspection;
      const overviews = once(results.flatMap((one) => one.overviews));
      io.stdout.write(overviews.length > 0 ? print(overviews, io.stdout) : "");
    }
    return [...diagnostics, ...found].some(isError) ? 1 : 0;
  },
});

function plain({
  name,
  definitions,
  diagnostics,
  excused,
}: InspectResult & { readonly name?: string | undefined }) {
  return { name, definitions, diagnostics, excused };
}

/** Targets may be clients of one project. */
function once<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
