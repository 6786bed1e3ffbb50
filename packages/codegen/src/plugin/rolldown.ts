import type { Plugin } from "rolldown";

import type { PluginOptions } from "./plugin-options.js";
import { unplugin } from "./unplugin.js";

/** The plugin for Rolldown. */
export const restateCodegen: (options?: PluginOptions) => Plugin = unplugin.rolldown;

export type { PluginOptions };
