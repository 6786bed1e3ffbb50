import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { build, type Loader, type Plugin } from "esbuild";

/** What a config file exports, and what it is made of. */
export interface RunConfig {
  /** By name; a CommonJS module's are its `default`. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** The file and all that it imports, but for packages; absolute. */
  readonly dependencies: readonly string[];
}

/**
 * Runs a config file, in whatever form of module it is written, and anew each time: what it imports is bundled with it,
 * since Node would keep modules, and since that tells what it is made of. Rejects with what esbuild or the file throws.
 */
export async function runConfig(path: string): Promise<RunConfig> {
  const folder = dirname(path);
  const { outputFiles, metafile } = await build({
    entryPoints: [path],
    absWorkingDir: folder,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    // What CommonJS requires from packages.
    banner: { js: `import { createRequire } from "node:module"; ${requireFrom(path)}` },
    sourcemap: "inline",
    metafile: true,
    write: false,
    logLevel: "silent",
    define: Object.fromEntries(Object.keys(place(path)).map((name) => [name, local(name)])),
    plugins: [knowPlace],
  });
  const [bundle] = outputFiles;
  return {
    exports: await importText(bundle?.text ?? "", path),
    dependencies: Object.keys(metafile.inputs).map((file) => resolve(folder, file)),
  };
}

function requireFrom(path: string): string {
  return `const require = createRequire(${JSON.stringify(pathToFileURL(path).href)});`;
}

/** Tells each file of a bundle where it was. */
const knowPlace: Plugin = {
  name: "know-place",
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const constants = Object.entries(place(path))
        .filter(([name]) => text.includes(name))
        .map(([name, value]) => `const ${local(name)} = ${JSON.stringify(value)}; `);
      // Without a new line, so that the lines of errors are right.
      return { contents: constants.join("") + text, loader: loaderOf(path) };
    });
  },
};

function place(path: string): Readonly<Record<string, string>> {
  return {
    "import.meta.url": pathToFileURL(path).href,
    "import.meta.filename": path,
    "import.meta.dirname": dirname(path),
    __filename: path,
    __dirname: dirname(path),
  };
}

function local(name: string): string {
  return `__place_${name.replace(/\W/g, "_")}`;
}

function loaderOf(path: string): Loader {
  return /ts$/.test(extname(path)) ? "ts" : "js";
}

/** Node imports files only. The file stands where the packages that it imports are found as from `path`. */
async function importText(text: string, path: string) {
  const file = join(await temporaryFolder(dirname(path)), `config-${crypto.randomUUID()}.mjs`);
  await writeFile(file, text);
  try {
    return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } finally {
    await rm(file, { force: true });
  }
}

async function temporaryFolder(folder: string): Promise<string> {
  const modules = join(folder, "node_modules");
  if (!existsSync(modules)) {
    return folder;
  }
  const cache = join(modules, ".cache/restate-codegen");
  await mkdir(cache, { recursive: true });
  return cache;
}
