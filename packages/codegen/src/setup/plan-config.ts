import { basename, dirname } from "node:path";

import type { Config, TargetOptions } from "../config/options.js";
import { resolveOptions } from "../config/resolve-options.js";
import { relativePath } from "../paths/relative-path.js";

/** The config for the projects of a folder that have services: one output each. Paths in it are relative to the folder. */
export function planConfig(
  cwd: string,
  projects: readonly string[],
  out: string | undefined,
): Config {
  const options = projects.map((project) => planOutput(cwd, project, out));
  const [first] = options;
  if (first && options.length === 1) {
    return first;
  }
  const names = projects.map((project) => basename(dirname(project)));
  return {
    targets: options.map((one, index) => {
      const name = names[index] ?? "";
      const isUnique = names.indexOf(name) === names.lastIndexOf(name);
      return { name: isUnique ? name : `${name}-${String(index + 1)}`, ...one };
    }),
  };
}

function planOutput(cwd: string, project: string, out: string | undefined): TargetOptions {
  const resolved = resolveOptions({ cwd, project, out });
  return {
    project: relativePath(resolved.project, resolved.cwd),
    out: relativePath(resolved.out, resolved.cwd),
  };
}
