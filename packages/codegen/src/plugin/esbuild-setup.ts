import { generateTargets } from "./generate-targets.js";
import type { PluginOptions } from "./plugin-options.js";
import { reportOn } from "./report.js";

/** What esbuild gives to a plugin, as far as it is used here: its own type is another one in each of its releases. */
export interface EsbuildBuild {
  readonly initialOptions: { readonly absWorkingDir?: string };
  readonly onStart: (callback: () => Promise<StartResult>) => void;
}

interface StartResult {
  warnings: { text: string }[];
  errors: { text: string }[];
}

/** Generates before esbuild resolves anything. */
export function setUpEsbuild(
  { initialOptions, onStart }: EsbuildBuild,
  options: PluginOptions,
): void {
  const cwd = initialOptions.absWorkingDir ?? process.cwd();
  onStart(async () => {
    const { warnings, failures } = await reportOn(await generateTargets(options, cwd));
    return {
      warnings: warnings.map((text) => ({ text })),
      errors: failures.map((text) => ({ text })),
    };
  });
}
