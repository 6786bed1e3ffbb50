import type { ts } from "ts-morph";

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/diagnose.js";
import type { Excuse } from "../diagnostics/excuse.js";
import { messages } from "../diagnostics/messages.js";
import { kindTitle } from "../model/kind-title.js";
import { findDefinitions, type UnreadableDefinition } from "./find-definitions.js";
import { findExcuses } from "./find-excuses.js";
import { openProject, type OpenedProject } from "./open-project.js";
import { readDefinition, type ReadDefinition } from "./read-definition.js";
import { createSdk } from "./sdk.js";
import { relativePath, sourceRange } from "./source-range.js";
import type { Origin } from "./type-reader.js";

/** What a project defines, and what is wrong with it. */
export interface Analysis {
  /** Everything that defines, with what is wrong in it. */
  readonly candidates: readonly ReadDefinition[];
  /** What is wrong with the project as a whole. */
  readonly diagnostics: readonly Diagnostic[];
  /** The comments that answer diagnostics. */
  readonly excuses: readonly Excuse[];
}

/** Reads all definitions that a tsconfig's project exports, binds or serves. Never runs the project's code. */
export function analyze(tsconfig: string, cwd: string): Analysis {
  const { opened, diagnostics } = openProject(tsconfig, cwd);
  if (!opened) {
    return { candidates: [], diagnostics, excuses: [] };
  }
  const { project, root } = opened;
  const sdk = createSdk();
  const { definitions: found, unreadable } = findDefinitions(project, sdk);
  const context = {
    checker: project.getTypeChecker().compilerObject,
    sdk,
    root,
    origin: originIn(opened),
  };
  const read = found.map((one) => readDefinition(one, context));
  const candidates = [...unreadable.map((one) => readUnreadable(one, root)), ...read];
  return {
    candidates,
    diagnostics: [...diagnostics, ...(candidates.length === 0 ? explainNothing(opened) : [])],
    excuses: findExcuses(project.getSourceFiles(), root),
  };
}

/** What is known of a definition whose making cannot be seen. */
function readUnreadable({ kind, node }: UnreadableDefinition, root: string): ReadDefinition {
  const made = `${node.getExpression().getText()}(…)`;
  const range = sourceRange(node.compilerNode, root);
  return {
    file: range.file,
    diagnostics: [diagnose(messages.definitionUnreadable(made, kindTitle[kind]), { range })],
  };
}

/** A project without definitions is most often one without its packages. */
function explainNothing({ project, root, label }: OpenedProject): readonly Diagnostic[] {
  const files = project.getSourceFiles();
  const missing = files
    .flatMap((file) => file.getImportDeclarations())
    .find(
      (one) =>
        one.getModuleSpecifierValue().startsWith("@restatedev/restate-sdk") &&
        one.getModuleSpecifierSourceFile() === undefined,
    );
  return missing
    ? [
        diagnose(messages.sdkNotFound(missing.getModuleSpecifierValue()), {
          range: sourceRange(missing.getModuleSpecifier().compilerNode, root),
        }),
      ]
    : [diagnose(messages.noDefinitions(label, files.length))];
}

function originIn({ project, root }: OpenedProject): (declaration: ts.Node) => Origin {
  const program = project.getProgram().compilerObject;
  return (declaration) => {
    const source = declaration.getSourceFile();
    const installed = /.*\/(node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(source.fileName)?.[1];
    if (program.isSourceFileDefaultLibrary(source)) {
      return { file: installed ?? "node_modules/typescript/lib", owner: "library" };
    }
    return installed === undefined
      ? { file: relativePath(source.fileName, root), owner: "project" }
      : { file: installed, owner: "package" };
  };
}
