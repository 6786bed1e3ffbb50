import type { PluginBuild } from "esbuild";

import { generateTargets } from "./generate-targets.js";
import type { PluginOptions } from "./plugin-options.js";
import { reportOn } from "./report.js";

/** Generates before esbuild resolves anything. */
export function setUpEsbuild(
  { initialOptions, onStart }: PluginBuild,
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
