import type { EsbuildBuild } from "./esbuild-setup.js";
import type { PluginOptions } from "./plugin-options.js";
import { unplugin } from "./unplugin.js";

/** A plugin, as every release of esbuild takes it. */
export interface EsbuildPlugin {
  readonly name: string;
  /** A method, since what esbuild gives to its plugins is more than what this one uses. */
  setup(build: EsbuildBuild): void | Promise<void>;
}

/** The plugin for esbuild. */
export const restateCodegen: (options?: PluginOptions) => EsbuildPlugin = unplugin.esbuild;

export type { PluginOptions };
