import * as ours from "@restate-codegen/runtime/clients";
import * as official from "@restatedev/restate-sdk-clients";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

test("exports every value of the official client, and no other", () => {
  expect(Object.keys(ours).sort()).toEqual(Object.keys(official).sort());
});

test("exports every type of the official client, and no other", () => {
  const names = exportsOf("@restatedev/restate-sdk-clients");
  expect(names.length).toBeGreaterThan(30);
  expect(exportsOf("@restate-codegen/runtime/clients")).toEqual(names);
});

/** The names that TypeScript sees, sorted. */
function exportsOf(specifier: string): readonly string[] {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
    types: [],
  };
  const from = fileURLToPath(import.meta.url);
  const { resolvedModule } = ts.resolveModuleName(specifier, from, options, ts.sys);
  const path = resolvedModule?.resolvedFileName ?? specifier;
  const program = ts.createProgram([path], options);
  const source = program.getSourceFile(path);
  const module = source && program.getTypeChecker().getSymbolAtLocation(source);
  const symbols = module ? program.getTypeChecker().getExportsOfModule(module) : [];
  return symbols.map(({ name }) => name).sort();
}
