import ts from "typescript";

import type { ScannedDefinition } from "./scan-definitions.js";
import { coreScheme } from "./overlay-program.js";
import type { ScannedSerde, ScannedSerdes } from "./scan-serdes.js";
import { isSdk } from "./sdk-names.js";

/** A definition that an overlay exports under a number of its own. */
export interface Exposed {
  readonly id: number;
  readonly definition: ScannedDefinition;
  readonly serdes: ReadonlyMap<string, ScannedSerdes>;
}

/** The exported type with a definition's handlers, by id. */
export function handlersType(id: number): string {
  return `__corpus${String(id)}Handlers`;
}

/** The exported constant with the schema of one side of a handler. */
export function schemaConstant(id: number, handler: string, side: "input" | "output"): string {
  return `__corpus${String(id)}_${side}_${[...handler].map((one) => one.codePointAt(0)?.toString(36)).join("_")}`;
}

/**
 * A file's text with exports behind it: of each definition's handlers as TypeScript infers them, and of the schemas
 * that its handlers name. Schemas inside of functions cannot be
 * reached like that.
 */
export function exposeDefinitions(file: ts.SourceFile, exposed: readonly Exposed[]): string {
  const specifier = file.statements.flatMap((one) =>
    ts.isImportDeclaration(one) &&
    ts.isStringLiteral(one.moduleSpecifier) &&
    isSdk(one.moduleSpecifier.text)
      ? [one.moduleSpecifier.text]
      : [],
  )[0];
  const core = `import(${JSON.stringify(coreScheme + (specifier ?? ""))})`;
  return [file.text, ...exposed.map((one) => exposeOne(file, one, core))].join("\n");
}

const typeNames = {
  service: "ServiceDefinition",
  object: "VirtualObjectDefinition",
  workflow: "WorkflowDefinition",
} as const;

function exposeOne(file: ts.SourceFile, { id, definition, serdes }: Exposed, core: string): string {
  const { type, text } = exposeValue(file, definition, `__corpus${String(id)}`);
  const schemas = [...serdes].flatMap(([handler, sides]) =>
    (["input", "output"] as const).flatMap((side) => exposeSchema(id, handler, side, sides[side])),
  );
  return [
    text,
    `export type ${handlersType(id)} = ${type} extends { readonly _handlers: infer H } ? H : ` +
      `${type} extends ${core}.${typeNames[definition.kind]}<string, infer M> ? M : never;`,
    ...schemas,
  ].join("\n");
}

function exposeSchema(
  id: number,
  handler: string,
  side: "input" | "output",
  serde: ScannedSerde | undefined,
): readonly string[] {
  return serde?.kind === "schema"
    ? [`export const ${schemaConstant(id, handler, side)} = ${serde.schema};`]
    : [];
}

/**
 * A type with the definition, and what has to be written for it: of the variable that holds it, or of what the function
 * around it returns, or else of a copy of the call, since at the top of a module that means the same.
 */
function exposeValue(
  file: ts.SourceFile,
  definition: ScannedDefinition,
  copy: string,
): { readonly type: string; readonly text: string } {
  const holder = holderOf(file, definition);
  if (definition.reach === "function") {
    return { type: holder ? `Awaited<ReturnType<typeof ${holder}>>` : "never", text: "" };
  }
  return holder
    ? { type: `typeof ${holder}`, text: "" }
    : {
        type: `typeof ${copy}`,
        text: `export const ${copy} = ${file.text.slice(definition.start, definition.end)};`,
      };
}

/** The variable that is the definition, or the function at the top of the module that it is made in. */
function holderOf(file: ts.SourceFile, definition: ScannedDefinition): string | undefined {
  const isFunction = definition.reach === "function";
  for (const statement of file.statements) {
    if (isFunction && ts.isFunctionDeclaration(statement) && holds(statement, definition)) {
      return statement.typeParameters ? undefined : statement.name?.text;
    }
    for (const one of ts.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : []) {
      const { name, initializer, type } = one;
      const isIt =
        initializer && isFunction
          ? ts.isArrowFunction(initializer) &&
            !initializer.typeParameters &&
            holds(initializer, definition)
          : !type &&
            initializer?.getStart(file) === definition.start &&
            initializer.getEnd() === definition.end;
      if (isIt && ts.isIdentifier(name)) {
        return name.text;
      }
    }
  }
  return undefined;
}

function holds(node: ts.Node, { start, end }: ScannedDefinition): boolean {
  return node.getStart() <= start && end <= node.getEnd();
}
