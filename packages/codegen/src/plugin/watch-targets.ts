import type { Watcher } from "../index.js";
import type { Outcome } from "./generate-targets.js";
import { configFor, type PluginOptions } from "./plugin-options.js";
import { reportOn, type Report } from "./report.js";

/** Called where there is something else to tell than after the run before, be it that all is well. */
export type OnReport = (report: Report, outcome: Outcome) => void | Promise<void>;

/** Generates and writes the clients, and does it again on each change. Resolves after the first run. */
export async function watchTargets(
  options: PluginOptions,
  cwd: string,
  onReport: OnReport,
): Promise<Watcher> {
  const { watch } = await import("../index.js");
  const tell = onlyNews(onReport);
  const watcher = watch({
    ...configFor(options, cwd),
    onRun: async ({ diagnostics, targets }) => {
      const found = targets.flatMap(({ result }) => result.diagnostics);
      const outcome = { diagnostics: [...diagnostics, ...found], stale: [] };
      await tell(await reportOn(outcome), outcome);
    },
    // A bug of ours is no reason to end somebody's server.
    onError: (error) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      void tell({ warnings: [], failures: [text] }, { diagnostics: [], stale: [] });
    },
  });
  await watcher.ready;
  return watcher;
}

function onlyNews(onReport: OnReport): OnReport {
  let told = JSON.stringify({ warnings: [], failures: [] } satisfies Report);
  return async (report, outcome) => {
    const telling = JSON.stringify(report);
    if (telling !== told) {
      told = telling;
      await onReport(report, outcome);
    }
  };
}
