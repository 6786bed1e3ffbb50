import type { Plugin } from "esbuild";

import type { PluginOptions } from "./plugin-options.js";
import { unplugin } from "./unplugin.js";

/** The plugin for esbuild. */
export const restateCodegen: (options?: PluginOptions) => Plugin = unplugin.esbuild;

export type { PluginOptions };
