import type { Plugin } from "rollup";

import type { PluginOptions } from "./plugin-options.js";
import { unplugin } from "./unplugin.js";

/** The plugin for Rollup. */
export const restateCodegen: (options?: PluginOptions) => Plugin = unplugin.rollup;

export type { PluginOptions };
