import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

/** What a config file holds, unchecked, or why that cannot be had. */
export type ConfigFile =
  | {
      readonly content: unknown;
      /** The file and what it imports, absolute, without packages. */
      readonly dependencies: readonly string[];
      readonly problem?: never;
    }
  | { readonly content?: never; readonly dependencies?: never; readonly problem: string };

/** The config files in a folder, absolute. There should be one at most. */
export function findConfigFiles(folder: string): readonly string[] {
  return configFilesFor(folder).filter((path) => existsSync(path));
}

/** Where a folder could have a config file, absolute. */
export function configFilesFor(folder: string): readonly string[] {
  return ["ts", "mts", "cts", "js", "mjs", "cjs", "json"].map((extension) =>
    join(folder, `restate-codegen.config.${extension}`),
  );
}

/** Reads a config file; one that is code is run. */
export async function readConfigFile(path: string): Promise<ConfigFile> {
  try {
    return extname(path) === ".json" ? await readJson(path) : await readCode(path);
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

async function readJson(path: string): Promise<ConfigFile> {
  const content = JSON.parse(withoutMark(await readFile(path, "utf8"))) as unknown;
  return { content: withoutSchema(content), dependencies: [path] };
}

/** Some editors put a byte order mark before all text. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

/** Editors find the names of the options by `$schema`, which is none itself. */
function withoutSchema(content: unknown): unknown {
  return typeof content === "object" && content !== null && !Array.isArray(content)
    ? Object.fromEntries(Object.entries(content).filter(([name]) => name !== "$schema"))
    : content;
}

async function readCode(path: string): Promise<ConfigFile> {
  // Only here, since most of the time there is no code to run, or nothing to do.
  const { runConfig } = await import("./run-config.js");
  const { exports, dependencies } = await runConfig(path);
  return "default" in exports
    ? { content: exports["default"], dependencies }
    : { problem: "It has no default export." };
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Build failed with 1 error:\n/, "").trim();
}
