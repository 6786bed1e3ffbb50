import type { Plugin } from "vite";

import type { PluginOptions } from "./plugin-options.js";
import { unplugin } from "./unplugin.js";

/** The plugin for Vite. */
export const restateCodegen: (options?: PluginOptions) => Plugin = unplugin.vite;

export type { PluginOptions };
