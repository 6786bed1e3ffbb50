import {
  clientNames,
  isError,
  type Definition,
  type FileChange,
  type GenerateResult,
} from "../index.js";
import { importPath, relativePath } from "../paths/relative-path.js";
import { count } from "./count.js";

/** What a summary depends on beside the result. */
export interface SummaryOptions {
  readonly dryRun: boolean;
  /** Whether something could not be written, so that there is no success to report. */
  readonly failed: boolean;
}

/** Says in a few lines what was written and, when there is something new, how to use it. */
export function printSummary(result: GenerateResult, { dryRun, failed }: SummaryOptions): string {
  const { cwd, changes, definitions } = result;
  const folder = relativePath(result.folder, cwd);
  if (failed) {
    return "";
  }
  const changed = changes.filter(({ change }) => change !== "unchanged");
  const isNew = changes.some(({ change }) => change === "created");
  const lines = [
    ...(result.cutOff ? [`An earlier run was cut off while it wrote to ${folder}.`, ""] : []),
    ...changed.map(({ change, path }) => `  ${change.padEnd(7)}  ${folder}/${path}`),
    ...(changed.length > 0 ? [""] : []),
    ...outcome(result, folder, dryRun),
    ...(isNew && definitions[0] ? ["", ...usage(definitions[0], folder, result)] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function outcome(
  { changes, definitions, diagnostics }: GenerateResult,
  folder: string,
  dryRun: boolean,
): readonly string[] {
  const errors = diagnostics.filter(isError).length;
  const warnings = diagnostics.length - errors;
  const [first] = diagnostics;
  const clients = `${count(definitions.length, "client")} in ${folder}`;
  const are = definitions.length === 1 ? "is" : "are";
  const state = changes.every(isUnchanged)
    ? `${are} up to date`
    : dryRun
      ? "would change"
      : `${are} up to date now`;
  return [
    ...(changes.length > 0 ? [`${clients} ${state}.`] : ["Nothing was written."]),
    ...(first
      ? [
          `Found ${count(errors, "error")} and ${count(warnings, "warning")}. ` +
            `\`restate-codegen explain ${first.code}\` says more about the first.`,
        ]
      : []),
  ];
}

function usage(
  definition: Definition,
  folder: string,
  { changes, extension }: GenerateResult,
): readonly string[] {
  const { factory, module } = clientNames(definition);
  const hasIndex = changes.some(
    ({ path, text }) => path.startsWith("index.") && text !== undefined,
  );
  const name = hasIndex ? "index" : module;
  const from = `${importPath(folder)}/${name}${extension}`;
  return [
    "Use them wherever the ingress can be reached:",
    "",
    '  import { connect } from "@restate-codegen/runtime";',
    `  import { ${factory} } from "${from}";`,
    "",
    '  const ingress = connect({ url: "http://localhost:8080" });',
    `  const client = ${factory}(ingress${definition.kind === "service" ? "" : ', "some-key"'});`,
  ];
}

function isUnchanged({ change }: FileChange): boolean {
  return change === "unchanged";
}
