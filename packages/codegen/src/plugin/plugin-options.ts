import type { LoadConfigOptions, TargetOptions } from "../index.js";

/**
 * What a bundler's plugin takes: what the command line takes, and the options of a target, which count more than those
 * of the config file. Paths are relative to the bundler's root.
 */
export interface PluginOptions extends TargetOptions {
  /** A config file by name. Default: the `restate-codegen.config.*` in the bundler's root, if there is one. */
  readonly config?: string | undefined;
  /** The names of the targets that are meant. Default: all. */
  readonly targets?: readonly string[] | undefined;
  /**
   * Whether a build writes nothing, and fails where the clients are not what it would write, as is wanted in CI. What
   * watches writes all the same. Default: false.
   */
  readonly check?: boolean | undefined;
}

/** Which config to load for the plugin. */
export function configFor(
  { config, targets, check: _check, ...overrides }: PluginOptions,
  cwd: string,
): LoadConfigOptions {
  return { cwd, config, targets, overrides, where: "the options of the plugin" };
}
