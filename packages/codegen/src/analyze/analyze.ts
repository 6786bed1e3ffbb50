import type { ts } from "ts-morph";

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import type { Definition } from "../model/definition.js";
import { kindTitle } from "../model/kind-title.js";
import { findDefinitions } from "./find-definitions.js";
import { openProject, type OpenedProject } from "./open-project.js";
import { readDefinition } from "./read-definition.js";
import { createSdk } from "./sdk.js";
import { relativePath, sourceRange } from "./source-range.js";
import type { Origin } from "./type-reader.js";

/** What a project defines, and what is wrong with it. */
export interface Analysis {
  readonly definitions: readonly Definition[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all definitions that a tsconfig's project exports, binds or serves. Never runs the project's code. */
export function analyze(tsconfig: string, cwd: string): Analysis {
  const { opened, diagnostics } = openProject(tsconfig, cwd);
  if (!opened) {
    return { definitions: [], diagnostics };
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
  const nothing = found.length === 0 && unreadable.length === 0;
  return {
    definitions: read.flatMap(({ definition }) => definition ?? []),
    diagnostics: [
      ...diagnostics,
      ...unreadable.map(({ kind, node }) =>
        diagnose(
          messages.definitionUnreadable(`${node.getExpression().getText()}(…)`, kindTitle[kind]),
          {
            range: sourceRange(node.compilerNode, root),
          },
        ),
      ),
      ...read.flatMap((one) => one.diagnostics),
      ...(nothing ? explainNothing(opened) : []),
    ],
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
    const installed = /.*\/(node_modules\/.*)$/.exec(source.fileName)?.[1];
    if (program.isSourceFileDefaultLibrary(source)) {
      return { file: installed ?? "node_modules/typescript/lib", owner: "library" };
    }
    return installed === undefined
      ? { file: relativePath(source.fileName, root), owner: "project" }
      : { file: installed, owner: "package" };
  };
}
