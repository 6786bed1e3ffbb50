import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";

import { Project } from "ts-morph";

import { diagnose } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { compilerDefaults } from "./compiler-defaults.js";
import { findServicesConfig, type ServicesConfig } from "./find-services-config.js";
import { parseConfig } from "./parse-config.js";

/** A project that can be analysed. */
export interface OpenedProject {
  /** All source files that the tsconfig includes, and what they import. */
  readonly project: Project;
  /** The tsconfig's folder, absolute; paths in the model are relative to it. */
  readonly root: string;
  /** The tsconfig's path for messages, relative to the working directory where that is shorter. */
  readonly label: string;
}

/** Reads a tsconfig and its sources; an unusable one is an error in `diagnostics` and `opened` is absent. */
export function openProject(
  tsconfig: string,
  cwd: string,
): { readonly opened?: OpenedProject; readonly diagnostics: readonly Diagnostic[] } {
  const path = resolve(cwd, tsconfig);
  const label = shortPath(path, cwd);
  if (!existsSync(path)) {
    return { diagnostics: [diagnose(messages.tsconfigNotFound(label))] };
  }
  const root = dirname(path);
  const { config, problem } = parseConfig(path);
  if (!config) {
    return {
      diagnostics: [diagnose(messages.tsconfigInvalid(label, problem.replaceAll(`${root}/`, "")))],
    };
  }
  if (config.fileNames.length === 0) {
    const references = (config.projectReferences ?? []).map((one) => shortPath(one.path, cwd));
    const elsewhere = findServices(path, cwd);
    return { diagnostics: [diagnose(messages.tsconfigEmpty(label, references, elsewhere))] };
  }
  const project = new Project({
    tsConfigFilePath: path,
    compilerOptions: {
      ...compilerDefaults(root, config.options),
      // Otherwise the order of a union's members depends on which file was checked first.
      stableTypeOrdering: true,
    },
  });
  const { strict, strictNullChecks } = project.getCompilerOptions();
  return {
    opened: { project, root, label },
    diagnostics:
      (strictNullChecks ?? strict) === false ? [diagnose(messages.notStrict(label))] : [],
  };
}

/** Where the services of a project are, if the tsconfig that was named has none; paths as messages show them. */
export function findServices(tsconfig: string, cwd: string): ServicesConfig | undefined {
  const found = findServicesConfig(resolve(cwd, tsconfig));
  return found && { config: shortPath(found.config, cwd), file: shortPath(found.file, cwd) };
}

function shortPath(path: string, cwd: string): string {
  const short = relative(cwd, path).split(sep).join("/");
  return short.startsWith("../../") ? path.split(sep).join("/") : short || ".";
}
