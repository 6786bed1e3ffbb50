import type { Config } from "./options.js";

/** Gives a config back as it is; an editor that reads `restate-codegen.config.ts` knows its options by it. */
export function defineConfig(config: Config): Config {
  return config;
}
