import type { RspackPluginInstance } from "@rspack/core";

import type { PluginOptions } from "./plugin-options.js";
import { unplugin } from "./unplugin.js";

/** The plugin for Rspack. */
export const restateCodegen: (options?: PluginOptions) => RspackPluginInstance = unplugin.rspack;

export type { PluginOptions };
