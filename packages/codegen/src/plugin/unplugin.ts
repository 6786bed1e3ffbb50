import { createUnplugin } from "unplugin";

import { tapCompiler } from "./compiler.js";
import { setUpEsbuild } from "./esbuild-setup.js";
import type { PluginOptions } from "./plugin-options.js";
import { rollupHooks } from "./rollup-hooks.js";
import { viteHooks } from "./vite-hooks.js";

/** The plugin of every bundler. None of them transforms anything for it: it only has to come before them. */
export const unplugin = createUnplugin<PluginOptions | undefined, false>((options = {}) => ({
  name: "restate-codegen",
  vite: viteHooks(options),
  rollup: rollupHooks(options),
  rolldown: rollupHooks(options),
  webpack: (compiler) => tapCompiler(compiler, options),
  rspack: (compiler) => tapCompiler(compiler, options),
  esbuild: { setup: (build) => setUpEsbuild(build, options) },
}));
