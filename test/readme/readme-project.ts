import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFolders } from "../compile/generated-modules.js";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The projects whose generated clients a README finds under `./clients/index.js`. */
const projects = ["shop", "probe"];

/** The definitions that a README finds under `./services.js`. */
const services = ["greeter", "myObject", "myWorkflow", "probe"]
  .map((name) => {
    const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const type = name.replace(/^./, (letter) => letter.toUpperCase());
    return `export type ${type} = typeof import("probe/${file}").${name};\n`;
  })
  .join("");

/** Makes modules the files of a project with the packages that the tests have, for as long as the work takes. */
export async function inReadmeProject<Result>(
  modules: ReadonlyMap<string, string>,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const outer = mkdtempSync(join(realpathSync(tmpdir()), "restate-codegen-readme-"));
  const folder = join(outer, "project");
  try {
    for (const [path, text] of filesOf(modules)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync(fromHere("../node_modules"), join(folder, "node_modules"), "junction");
    // Where vitest is.
    symlinkSync(fromHere("../../node_modules"), join(outer, "node_modules"), "junction");
    return await work(folder);
  } finally {
    rmSync(outer, { recursive: true, force: true });
  }
}

function filesOf(modules: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const clients = generatedFolders().filter(({ path }) =>
    projects.some((project) => path === `${project}/src/clients`),
  );
  return new Map([
    ["package.json", JSON.stringify({ type: "module" })],
    ["src/services.ts", services],
    ...[...modules].map(([name, text]) => [`src/${name}.ts`, text] as const),
    ...clients.flatMap(({ path, files }) =>
      [...files].map(([file, text]) => [`src/clients/${path}/${file}`, text] as const),
    ),
    [
      "src/clients/index.ts",
      clients.map(({ path }) => `export * from "./${path}/index.js";\n`).join(""),
    ],
  ]);
}
