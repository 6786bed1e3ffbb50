import type { Watcher } from "../index.js";
import { generateTargets } from "./generate-targets.js";
import type { PluginOptions } from "./plugin-options.js";
import { printReport, reportOn, type Log } from "./report.js";
import { watchTargets } from "./watch-targets.js";

/** What Rollup, Rolldown and Vite give to the hooks of a plugin, as far as it is used here. */
export interface BuildContext {
  readonly meta: { readonly watchMode: boolean };
  readonly warn: (message: string) => void;
  readonly error: (message: string) => never;
}

/** What a build of Rollup, Rolldown or Vite has to do. */
export interface Build {
  /**
   * Generates, and fails the build or warns of what is wrong. In a build that watches, it generates on each change from
   * then on, and prints that: the bundler builds again when a client that it bundles was written.
   */
  readonly start: (context: BuildContext, cwd: string, log: Log) => Promise<void>;
  /** Ends what a build that watches has begun. */
  readonly close: () => Promise<void>;
}

/** Creates what the hooks of a plugin share. */
export function createBuild(options: PluginOptions): Build {
  let watcher: Promise<Watcher> | undefined;
  return {
    start: async (context, cwd, log) => {
      if (context.meta.watchMode) {
        watcher ??= watchTargets(options, cwd, (report) => printReport(report, log));
        await watcher;
        return;
      }
      const { warnings, failures } = await reportOn(await generateTargets(options, cwd));
      warnings.forEach((text) => context.warn(text));
      if (failures.length > 0) {
        context.error(failures.join("\n\n"));
      }
    },
    close: async () => {
      await (await watcher)?.close();
      watcher = undefined;
    },
  };
}
