import { join } from "node:path";

import type { CheckResult, Diagnostic } from "../index.js";
import { relativePath } from "../paths/relative-path.js";
import type { PluginOptions } from "./plugin-options.js";

/** What came of generating every target. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** The clients that are not what would be written, as shown; empty unless that was to be checked. */
  readonly stale: readonly string[];
}

/** Generates what the config file and the options say, and writes it, or checks that it is written. */
export async function generateTargets(
  { config, targets, check = false, ...overrides }: PluginOptions,
  cwd: string,
): Promise<Outcome> {
  // Only here, since it loads what a bundler's config is not to wait for.
  const library = await import("../index.js");
  const where = "the options of the plugin";
  const loaded = await library.loadConfig({ cwd, config, targets, overrides, where });
  const diagnostics = [...loaded.diagnostics];
  const stale: string[] = [];
  for (const { options } of loaded.targets) {
    const result = await library.generate(options);
    diagnostics.push(...result.diagnostics);
    if (check) {
      stale.push(...namesOf(library.judgeClients(result)));
    } else {
      diagnostics.push(...(await library.writeClients(result)));
    }
  }
  return { diagnostics, stale };
}

function namesOf({ stale, result: { cwd, folder } }: CheckResult): readonly string[] {
  return stale.map(({ path }) => relativePath(join(folder, path), cwd));
}
