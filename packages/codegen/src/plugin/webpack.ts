import type { WebpackPluginInstance } from "webpack";

import type { PluginOptions } from "./plugin-options.js";
import { unplugin } from "./unplugin.js";

/** The plugin for webpack. */
export const restateCodegen: (options?: PluginOptions) => WebpackPluginInstance = unplugin.webpack;

export type { PluginOptions };
