import { generateTargets } from "./generate-targets.js";
import type { PluginOptions } from "./plugin-options.js";
import { reportOn } from "./report.js";

/** What Rollup, Rolldown and Vite give to the hooks of a plugin, as far as it is used here. */
export interface BuildContext {
  readonly warn: (message: string) => void;
  readonly error: (message: string) => never;
}

/** Generates before Rollup or Rolldown resolves anything. Only Rolldown can be told another folder to work in. */
export function rollupHooks(options: PluginOptions) {
  return {
    async buildStart(this: BuildContext, input: object) {
      const cwd = "cwd" in input && typeof input.cwd === "string" ? input.cwd : process.cwd();
      await buildIn(this, options, cwd);
    },
  };
}

/** Generates, and fails the build or warns of what is wrong. */
export async function buildIn(
  context: BuildContext,
  options: PluginOptions,
  cwd: string,
): Promise<void> {
  const { warnings, failures } = await reportOn(await generateTargets(options, cwd));
  warnings.forEach((text) => context.warn(text));
  if (failures.length > 0) {
    context.error(failures.join("\n\n"));
  }
}
