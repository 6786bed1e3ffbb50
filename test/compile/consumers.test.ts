import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { generate, writeClients } from "restate-codegen";
import { describe, test } from "vitest";
import { compile, versions } from "./compilers.js";
import {
  consumerAnswer,
  consumerSource,
  operatorSource,
  shopClients,
  stubFetchSource,
  testerAnswer,
  testerSource,
} from "./consumer.js";
import { projectFolder } from "./project-folder.js";
import { strictOptions } from "./strict-options.js";

const sources = {
  ...shopClients(),
  "src/visit.ts": consumerSource,
  "src/stop.ts": operatorSource,
  "src/try-out.ts": testerSource,
  "src/main.ts": `export { visit } from "./visit.js";\nexport { tryOut } from "./try-out.js";\n`,
};
const answers = `${consumerAnswer}, ${testerAnswer}`;
const include = ["src"];
const strict = {
  target: "ES2022",
  lib: ["ES2022"],
  types: [],
  strict: true,
  rootDir: "src",
  outDir: "dist",
};
const commonJs = { "package.json": JSON.stringify({ type: "commonjs" }), ...sources };
const esm = { "package.json": JSON.stringify({ type: "module" }), ...sources };

describe.each(versions)("TypeScript %s", (version) => {
  test.concurrent("a CommonJS package (node16) compiles and calls", async (context) => {
    const folder = projectFolder(context, commonJs);
    const compilerOptions = { ...strict, module: "Node16" };
    context.expect(await compile(version, folder, { compilerOptions, include })).toBe("");
    context.expect(runCommonJs(folder)).toBe(answers);
  });

  test.concurrent("an ESM package (nodenext) compiles and calls", async (context) => {
    const folder = projectFolder(context, esm);
    const compilerOptions = { ...strict, module: "NodeNext" };
    context.expect(await compile(version, folder, { compilerOptions, include })).toBe("");
    context.expect(runEsm(folder, "dist/main.js")).toBe(answers);
  });

  test.concurrent("a bundled application compiles, bundles and calls", async (context) => {
    const folder = projectFolder(context, esm);
    const compilerOptions = { ...strict, module: "ESNext", moduleResolution: "bundler" };
    context.expect(await compile(version, folder, { compilerOptions, include })).toBe("");
    bundle(folder);
    context.expect(runEsm(folder, "dist/bundle.mjs")).toBe(answers);
  });
});

// TypeScript 7 no longer has this kind of resolution, and 6 has it only on request.
describe.each(versions.filter((version) => version !== "7"))("TypeScript %s", (version) => {
  test.concurrent("a CommonJS package (node10) compiles and calls", async (context) => {
    const folder = projectFolder(context, commonJs);
    const compilerOptions = {
      ...strict,
      module: "CommonJS",
      moduleResolution: "node10",
      ...(version === "6" ? { ignoreDeprecations: "6.0" } : {}),
    };
    context.expect(await compile(version, folder, { compilerOptions, include })).toBe("");
    context.expect(runCommonJs(folder)).toBe(answers);
  });
});

describe.each(versions)("TypeScript %s, and clients that are JavaScript", (version) => {
  const compilerOptions = {
    ...strictOptions(version),
    verbatimModuleSyntax: false,
    noEmit: false,
    rootDir: "src",
    outDir: "dist",
  };
  const callers = {
    "src/visit.ts": consumerSource.replace("./clients/", "../clients/"),
    "src/try-out.ts": testerSource.replace("./clients/", "../clients/"),
    "src/main.ts": sources["src/main.ts"],
  };

  test.concurrent("in a CommonJS package (node16) call, also from ES modules", async (context) => {
    const folder = projectFolder(context, { "package.json": "{}", ...callers });
    await writeShopClients(folder);
    const options = { ...compilerOptions, module: "Node16" };
    const printed = await compile(version, folder, { compilerOptions: options, include });
    context.expect(printed).toBe("");
    context.expect(runCommonJs(folder)).toBe(answers);
    context.expect(runEsm(folder, "dist/main.js")).toBe(answers);
    writeFileSync(join(folder, "names.mjs"), `export { cartClient } from "./clients/index.js";`);
    context.expect(Object.keys(await import(join(folder, "names.mjs")))).toEqual(["cartClient"]);
  });

  test.concurrent("in an ESM package (nodenext) call", async (context) => {
    const folder = projectFolder(context, { "package.json": `{ "type": "module" }`, ...callers });
    await writeShopClients(folder);
    const options = { ...compilerOptions, module: "NodeNext" };
    const printed = await compile(version, folder, { compilerOptions: options, include });
    context.expect(printed).toBe("");
    context.expect(runEsm(folder, "dist/main.js")).toBe(answers);
  });

  test.concurrent("in a bundled application (bundler) call", async (context) => {
    const folder = projectFolder(context, { "package.json": `{ "type": "module" }`, ...callers });
    await writeShopClients(folder);
    const options = { ...compilerOptions, module: "ESNext", moduleResolution: "bundler" };
    const printed = await compile(version, folder, { compilerOptions: options, include });
    context.expect(printed).toBe("");
    bundle(folder);
    context.expect(runEsm(folder, "dist/bundle.mjs")).toBe(answers);
  });
});

/** Writes the shop's clients as JavaScript, in the form of module that the folder's `package.json` says. */
async function writeShopClients(folder: string): Promise<void> {
  const result = await generate({
    cwd: fileURLToPath(new URL("../../fixtures/shop", import.meta.url)),
    out: join(folder, "clients"),
    emit: "js",
    cache: false,
  });
  await writeClients(result);
}

function runCommonJs(folder: string): string {
  const imports = `const { visit, tryOut } = require("./dist/main.js");`;
  return runNode(join(folder, "run.cjs"), imports);
}

function runEsm(folder: string, module: string): string {
  return runNode(join(folder, "run.mjs"), `import { visit, tryOut } from "./${module}";`);
}

function runNode(script: string, imports: string): string {
  const call = `Promise.all([visit(${stubFetchSource}), tryOut()]).then((answers) =>
  process.stdout.write(answers.join(", ")));`;
  writeFileSync(script, `${imports}\n${call}\n`);
  return execFileSync(process.execPath, [script], { encoding: "utf8" });
}

function bundle(folder: string): void {
  buildSync({
    absWorkingDir: folder,
    entryPoints: ["src/main.ts"],
    outfile: "dist/bundle.mjs",
    bundle: true,
    platform: "browser",
    format: "esm",
    logLevel: "silent",
  });
}
