import { createBuild, type BuildContext } from "./create-build.js";
import type { PluginOptions } from "./plugin-options.js";

/** Generates before Rollup or Rolldown resolves anything. Only Rolldown can be told another folder to work in. */
export function rollupHooks(options: PluginOptions) {
  const { start, close } = createBuild(options);
  const print = (text: string) => void process.stderr.write(`${text}\n`);
  return {
    async buildStart(this: BuildContext, input: object) {
      const cwd = "cwd" in input && typeof input.cwd === "string" ? input.cwd : process.cwd();
      await start(this, cwd, { warn: print, error: print });
    },
    closeWatcher: close,
  };
}
