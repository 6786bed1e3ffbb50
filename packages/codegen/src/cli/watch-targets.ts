import { readFlags } from "../config/flags.js";
import { watch, type WatchRun } from "../index.js";
import { relativePath } from "../paths/relative-path.js";
import type { Io } from "./io.js";
import { printJson } from "./print-json.js";
import { printSummary } from "./print-summary.js";
import { reportDiagnostics } from "./report-diagnostics.js";
import type { TargetFlagValues } from "./run-targets.js";

/** Generates again and again, and says each time what changed and what came of it. Returns the exit code. */
export async function watchTargets(flags: TargetFlagValues, io: Io): Promise<number> {
  const report = createReport(flags, io);
  const watcher = watch({
    cwd: io.cwd,
    config: flags.config,
    targets: flags.target,
    overrides: readFlags(flags),
    onRun: report,
  });
  await watcher.ready;
  if (!flags.quiet && !flags.json) {
    io.stdout.write("Watching for changes. Ctrl-C ends.\n");
  }
  await io.untilStopped();
  await watcher.close();
  return 0;
}

function createReport(flags: TargetFlagValues, io: Io): (run: WatchRun) => void {
  let said = "";
  return ({ changed, diagnostics, targets }) => {
    const fresh = targets.filter(({ isNew }) => isNew);
    if (flags.json) {
      io.stdout.write(
        printJson(
          fresh.map(({ name, result }) => ({ name, result })),
          diagnostics,
        ),
      );
      return;
    }
    if (!flags.quiet) {
      const lines = changed.map((path) => `${relativePath(path, io.cwd)} changed.\n`);
      io.stdout.write(lines.join(""));
    }
    const found = [...diagnostics, ...targets.flatMap(({ result }) => result.diagnostics)];
    const saying = JSON.stringify(found);
    // While somebody mends something else, there is no need to read the same again.
    if (saying !== said) {
      said = saying;
      reportDiagnostics(found, flags, io);
    }
    if (!flags.quiet) {
      const texts = fresh.map(({ result, failures }) =>
        printSummary(result, { dryRun: false, failed: failures.length > 0 }),
      );
      io.stdout.write(texts.join(""));
    }
  };
}
