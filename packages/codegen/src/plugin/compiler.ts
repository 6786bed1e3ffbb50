import { generateTargets } from "./generate-targets.js";
import type { PluginOptions } from "./plugin-options.js";
import { reportOn, type Report } from "./report.js";

/** What webpack and Rspack give to a plugin, as far as it is used here. */
export interface Compiler {
  readonly context: string;
  readonly hooks: {
    readonly beforeRun: AsyncHook;
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

/** Generates before webpack or Rspack resolves anything, and puts what is wrong among what the compilation reports. */
export function tapCompiler({ context, hooks }: Compiler, options: PluginOptions): void {
  let report: Report = { warnings: [], failures: [] };
  hooks.beforeRun.tapPromise(name, async () => {
    report = await reportOn(await generateTargets(options, context));
  });
  hooks.thisCompilation.tap(name, ({ errors, warnings }) => {
    warnings.push(...report.warnings.map((text) => new Error(text)));
    errors.push(...report.failures.map((text) => new Error(text)));
  });
}
