import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { codeBlocks } from "../../readme/code-blocks.js";
import { installPackage } from "../platforms/install-package.js";
import type { Platform } from "../platforms/platform.js";
import { tryMonorepo } from "./try-monorepo.js";

/** A program that runs the scripts of a monorepo and keeps what they write. */
export interface TaskRunner {
  /** What it is called, with its version. */
  readonly name: string;
  /** The package that brings it, its version, and the program in it. */
  readonly package: readonly [name: string, version: string, path: string];
  /** The file that it is configured by, as the page about monorepos has it. */
  readonly config: string;
  /** The command that runs a script of each package that has it. */
  readonly run: (script: string) => readonly string[];
  /** What makes it use a folder as the cache that machines share, and print for programs. */
  readonly env: (cache: string) => Readonly<Record<string, string>>;
  /** Where it says how many scripts it did not have to run. */
  readonly hits: RegExp;
}

const runners: readonly TaskRunner[] = [
  {
    name: "Turborepo 2.11.11",
    package: ["turbo", "2.11.11", "bin/turbo"],
    config: "turbo.json",
    run: (script) => ["turbo", "run", script],
    env: (cache) => ({ TURBO_CACHE_DIR: cache, TURBO_TELEMETRY_DISABLED: "1" }),
    hits: /Cached: +(\d+) cached, 1 total/,
  },
  {
    name: "Nx 24.0.6",
    package: ["nx", "24.0.6", "dist/bin/nx.js"],
    config: "nx.json",
    run: (script) => ["nx", "run-many", "--target", script],
    env: (cache) => ({
      NX_CACHE_DIRECTORY: cache,
      NX_DAEMON: "false",
      NX_NO_CLOUD: "true",
      NX_TUI: "false",
      CI: "1",
    }),
    hits: /Cache: +(\d+)\/1 hit/,
  },
];

/** The recipes of the page about monorepos, each followed by the program that it is for. */
export function allMonorepos(tarballs: string): readonly Platform[] {
  return runners.map((runner) => ({
    name: runner.name,
    install: async () => {
      // Only to see that it can be had: it wants to be installed in the workspace.
      await installPackage(...runner.package);
      const config = recipeFor(runner.config);
      return { name: runner.name, runSuite: () => tryMonorepo(runner, { config, tarballs }) };
    },
  }));
}

function recipeFor(file: string): string {
  const page = fileURLToPath(new URL("../../packages/codegen/docs/monorepos.md", import.meta.url));
  const block = codeBlocks(readFileSync(page, "utf8")).find(({ group }) => group === file);
  if (!block) {
    throw new Error(`the page about monorepos has no ${file}`);
  }
  return block.text;
}
