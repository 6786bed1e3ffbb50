import { dirname } from "node:path";

import { Project } from "ts-morph";

import { diagnose } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Disk } from "../disk/disk.js";
import { relativePath } from "../paths/relative-path.js";
import { compilerDefaults } from "./compiler-defaults.js";
import { findServicesConfig, type ServicesConfig } from "./find-services-config.js";
import { parseConfig } from "./parse-config.js";
import { projectFiles } from "./project-files.js";

/** A project that can be analysed. */
export interface OpenedProject {
  /** All source files that the tsconfig includes, and what they import. */
  readonly project: Project;
  /** The tsconfig's folder, absolute; paths in the model are relative to it. */
  readonly root: string;
  /** The tsconfig as messages show it. */
  readonly label: string;
}

/**
 * Reads a tsconfig and its sources; an unusable one is an error in `diagnostics` and `opened` is absent. Both paths are
 * absolute.
 */
export function openProject(
  tsconfig: string,
  { cwd, disk }: { readonly cwd: string; readonly disk: Disk },
): { readonly opened?: OpenedProject; readonly diagnostics: readonly Diagnostic[] } {
  const root = dirname(tsconfig);
  const label = relativePath(tsconfig, cwd);
  if (!disk.isFile(tsconfig)) {
    return { diagnostics: [diagnose(messages.tsconfigNotFound(label))] };
  }
  const { config, problem } = parseConfig(tsconfig, disk);
  if (!config) {
    const reason = problem.replaceAll(`${root.replaceAll("\\", "/")}/`, "");
    return { diagnostics: [diagnose(messages.tsconfigInvalid(label, reason))] };
  }
  if (config.fileNames.length === 0) {
    const references = (config.projectReferences ?? []).map((one) => relativePath(one.path, cwd));
    const elsewhere = findServices(tsconfig, { cwd, disk });
    return { diagnostics: [diagnose(messages.tsconfigEmpty(label, references, elsewhere))] };
  }
  const project = new Project({
    fileSystem: projectFiles(disk),
    tsConfigFilePath: tsconfig,
    compilerOptions: {
      ...compilerDefaults(config.options, { root, disk }),
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
export function findServices(
  tsconfig: string,
  { cwd, disk }: { readonly cwd: string; readonly disk: Disk },
): ServicesConfig | undefined {
  const found = findServicesConfig(tsconfig, disk);
  return found && { config: relativePath(found.config, cwd), file: relativePath(found.file, cwd) };
}
