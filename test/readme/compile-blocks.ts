import { fileURLToPath } from "node:url";
import { compile } from "../compile/compilers.js";
import { inReadmeProject } from "./readme-project.js";

/**
 * Compiles modules as files of one project, with the packages that the tests have, and resolves
 * with what the compiler printed.
 */
export async function compileBlocks(modules: ReadonlyMap<string, string>): Promise<string> {
  return inReadmeProject(modules, (folder) =>
    compile("5.9", folder, { compilerOptions, include: ["src"] }),
  );
}

const compilerOptions = {
  target: "ES2022",
  lib: ["ES2022"],
  module: "NodeNext",
  moduleDetection: "force",
  types: ["node"],
  typeRoots: [fileURLToPath(new URL("../../node_modules/@types", import.meta.url))],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};
