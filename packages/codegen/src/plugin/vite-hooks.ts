import { buildIn, type BuildContext } from "./rollup-hooks.js";
import type { PluginOptions } from "./plugin-options.js";

/** Generates before Vite builds. */
export function viteHooks(options: PluginOptions) {
  let root = process.cwd();
  return {
    configResolved(config: { readonly root: string }) {
      ({ root } = config);
    },
    async buildStart(this: BuildContext) {
      await buildIn(this, options, root);
    },
  };
}
