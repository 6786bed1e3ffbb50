import type { Watcher } from "../index.js";
import { generateTargets } from "./generate-targets.js";
import type { PluginOptions } from "./plugin-options.js";
import { reportOn, type Report } from "./report.js";
import { watchTargets } from "./watch-targets.js";

/** What webpack and Rspack give to a plugin, as far as it is used here. */
export interface Compiler {
  readonly context: string;
  readonly watching?: { readonly invalidate: () => void } | undefined;
  readonly hooks: {
    readonly beforeRun: AsyncHook;
    readonly watchRun: AsyncHook;
    readonly watchClose: { readonly tap: (name: string, work: () => void) => void };
    readonly thisCompilation: {
      readonly tap: (name: string, work: (compilation: Compilation) => void) => void;
    };
  };
}

interface AsyncHook {
  readonly tapPromise: (name: string, work: () => Promise<void>) => void;
}

interface Compilation {
  readonly errors: { push: (...errors: Error[]) => unknown };
  readonly warnings: { push: (...errors: Error[]) => unknown };
}

const name = "restate-codegen";

/**
 * Generates before webpack or Rspack resolves anything, and on each change where they watch. What is wrong is among
 * what each compilation reports.
 */
export function tapCompiler(compiler: Compiler, options: PluginOptions): void {
  const { context, hooks } = compiler;
  let report: Report = { warnings: [], failures: [] };
  let watcher: Watcher | undefined;

  hooks.beforeRun.tapPromise(name, async () => {
    report = await reportOn(await generateTargets(options, context));
  });
  hooks.watchRun.tapPromise(name, async () => {
    watcher ??= await watchTargets(options, context, (latest) => {
      report = latest;
      if (watcher) {
        // The compiler sees clients that were written, but not what is wrong with the services.
        compiler.watching?.invalidate();
      }
    });
  });
  hooks.watchClose.tap(name, () => void watcher?.close());
  hooks.thisCompilation.tap(name, ({ errors, warnings }) => {
    warnings.push(...report.warnings.map((text) => new Error(text)));
    errors.push(...report.failures.map((text) => new Error(text)));
  });
}
