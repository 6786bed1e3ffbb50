import { join } from "node:path";

import { rspack } from "@rspack/core";
import { restateCodegen as forRollup } from "restate-codegen/rollup";
import { restateCodegen as forRspack } from "restate-codegen/rspack";
import { restateCodegen as forWebpack } from "restate-codegen/webpack";
import { watch } from "rollup";
import { vi } from "vitest";
import { webpack } from "webpack";

import { compilation, external, stripTypes } from "./bundlers.js";

/** A bundler that goes on. */
export interface Watching {
  /** What it shows as wrong at the moment. */
  readonly wrong: () => string;
  readonly close: () => Promise<void>;
}

/** Bundles `src/main.ts` of a project into `dist/main.js`, again and again. */
export type WatchingBundler = (folder: string) => Watching;

/** The bundlers whose watching is one of a kind, by name. Vite and Rolldown do as Rollup does. */
export const watchingBundlers: Readonly<Record<string, WatchingBundler>> = {
  // What is printed while it builds nothing is all that it shows.
  Rollup: (folder) => {
    let wrong = "";
    const stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      wrong = String(text);
      return true;
    });
    const watcher = watch({
      input: join(folder, "src/main.ts"),
      external,
      plugins: [forRollup({ project: join(folder, "tsconfig.json") }), stripTypes],
      output: { file: join(folder, "dist/main.js") },
    });
    return {
      wrong: () => wrong,
      close: async () => {
        await watcher.close();
        stderr.mockRestore();
      },
    };
  },

  webpack: (folder) => {
    let wrong = "";
    const compiler = webpack({
      ...compilation(folder),
      experiments: { outputModule: true },
      plugins: [forWebpack()],
    });
    const watching = compiler?.watch({}, (_error, stats) => {
      wrong = stats?.toString({ all: false, errors: true }) ?? "";
    });
    return {
      wrong: () => wrong,
      close: () => new Promise((done) => watching?.close(() => done())),
    };
  },

  Rspack: (folder) => {
    let wrong = "";
    const compiler = rspack({ ...compilation(folder), plugins: [forRspack()] });
    const watching = compiler.watch({}, (_error, stats) => {
      wrong = stats?.toString({ all: false, errors: true }) ?? "";
    });
    return { wrong: () => wrong, close: () => new Promise((done) => watching.close(() => done())) };
  },
};
