import { join } from "node:path";

import type { CheckResult, Diagnostic } from "../index.js";
import { relativePath } from "../paths/relative-path.js";
import { configFor, type PluginOptions } from "./plugin-options.js";

/** What came of generating every target. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** The clients that are not what would be written, as shown; empty unless that was to be checked. */
  readonly stale: readonly string[];
}

/** Generates what the config file and the options say, and writes it, or checks that it is written. */
export async function generateTargets(options: PluginOptions, cwd: string): Promise<Outcome> {
  // Only here, since it loads what a bundler's config is not to wait for.
  const { generate, judgeClients, loadConfig, writeClients } = await import("../index.js");
  const config = await loadConfig(configFor(options, cwd));
  const diagnostics = [...config.diagnostics];
  const stale: string[] = [];
  for (const target of config.targets) {
    const result = await generate(target.options);
    diagnostics.push(...result.diagnostics);
    if (options.check) {
      stale.push(...namesOf(judgeClients(result)));
    } else {
      diagnostics.push(...(await writeClients(result)));
    }
  }
  return { diagnostics, stale };
}

function namesOf({ stale, result: { cwd, folder } }: CheckResult): readonly string[] {
  return stale.map(({ path }) => relativePath(join(folder, path), cwd));
}
