import { ts } from "ts-morph";

import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import { emittedFiles } from "../naming/emitted-files.js";
import { findForeign } from "../render/find-foreign.js";
import type { Rendered, RenderedFile } from "../render/render-files.js";
import type { ModuleFormat } from "./find-module-format.js";

/**
 * Compiles rendered modules to JavaScript and declarations, one by one and without a checker: they say the types of all
 * that they export. Comments stay in the declarations; both keep those at the top. No file is given where one of the
 * user's templates prints something that cannot be compiled.
 */
export function emitFiles(rendered: Rendered, format: ModuleFormat): Rendered {
  const emitted = rendered.files.map((module) => emitFile(module, format));
  const files = emitted.flatMap((one) => one.files);
  const problems = [rendered, ...emitted].flatMap((one) => one.diagnostics);
  // The compiler leaves out comments behind anything else, such as "use client".
  const diagnostics = problems.length > 0 ? problems : findForeign(files);
  return { files: diagnostics.length > 0 ? [] : files, diagnostics };
}

function emitFile({ path, text }: RenderedFile, format: ModuleFormat): Rendered {
  const { header, body } = split(path, text);
  const compilerOptions = { target: ts.ScriptTarget.ES2022, newLine: ts.NewLineKind.LineFeed };
  const asked = { fileName: path, reportDiagnostics: true };
  const script = ts.transpileModule(body, {
    ...asked,
    compilerOptions: { ...compilerOptions, module: moduleKinds[format], removeComments: true },
  });
  const declarations = ts.transpileDeclaration(body, { ...asked, compilerOptions });
  const texts = [script, declarations].map(({ outputText }) => spaced(outputText));
  const problems = [script, declarations].flatMap(({ diagnostics = [] }) => diagnostics);
  return {
    files: emittedFiles(path, "js").map((name, index) => {
      return { path: name, text: `${header}\n\n${texts[index] ?? ""}` };
    }),
    diagnostics: problems.slice(0, 1).map((problem) => explain(path, problem)),
  };
}

const moduleKinds = { esm: ts.ModuleKind.ESNext, commonjs: ts.ModuleKind.CommonJS } as const;

/** Takes the comments at the top, to which compilers do this or that, away from the rest. */
function split(path: string, text: string): { readonly header: string; readonly body: string } {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  const [first] = source.statements;
  const isLink = first && (ts.isImportDeclaration(first) || ts.isExportDeclaration(first));
  const last = ts.getLeadingCommentRanges(text, 0)?.at(-1);
  // A statement's own doc comes last; one before it can be the user's header.
  const isDocumented = last && !isLink && text.startsWith("/**", last.pos);
  const end = isDocumented ? last.pos : (first?.getStart(source) ?? text.length);
  return { header: text.slice(0, end).trim(), body: text.slice(end) };
}

/** Puts empty lines between declarations, which the compiler drops, and no formatter puts back. */
function spaced(text: string): string {
  // The type that belongs to the constant of an enum stays with it.
  return text.replaceAll(
    /(?<=[;}]\n)(?=\/\*\*|export (?!\{|type)|function |(?<!\};\n)export type )/g,
    "\n",
  );
}

function explain(path: string, { file, start = 0, messageText }: ts.Diagnostic): Diagnostic {
  const reason = ts.flattenDiagnosticMessageText(messageText, " ");
  const line = file?.text.slice(0, start).split("\n").length ?? 1;
  const shown = file?.text.split("\n")[line - 1]?.trim() ?? "";
  return diagnose(messages.emitFailed(path, shown, reason));
}
