import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { rspack } from "@rspack/core";
import * as esbuild from "esbuild";
import { restateCodegen as forEsbuild } from "restate-codegen/esbuild";
import { restateCodegen as forRolldown } from "restate-codegen/rolldown";
import { restateCodegen as forRollup } from "restate-codegen/rollup";
import { restateCodegen as forRspack } from "restate-codegen/rspack";
import { restateCodegen as forVite, type PluginOptions } from "restate-codegen/vite";
import { restateCodegen as forWebpack } from "restate-codegen/webpack";
import { rolldown } from "rolldown";
import { rollup, type Plugin } from "rollup";
import { build, createLogger } from "vite";
import { webpack } from "webpack";

/** Bundles `src/main.ts` of a project and returns the bundler's warnings. Rejects with its errors. */
export type Bundler = (folder: string, options?: PluginOptions) => Promise<readonly string[]>;

/** The bundlers that the plugin is for, by name. Each writes to `dist/main.js`. */
export const bundlers: Readonly<Record<string, Bundler>> = {
  Vite: async (root, options) => {
    const warnings: string[] = [];
    const warn = (text: string): number => warnings.push(text);
    await build({
      ...{ root, configFile: false, plugins: [forVite(options)] },
      logLevel: "warn",
      customLogger: { ...createLogger("silent"), warn, warnOnce: warn },
      build: {
        lib: { entry: "src/main.ts", formats: ["es"], fileName: "main" },
        rolldownOptions: { external },
      },
    });
    return warnings;
  },

  // It knows no folder but the working directory.
  Rollup: async (folder, options) => {
    const warnings: string[] = [];
    const project = join(folder, "tsconfig.json");
    const bundle = await rollup({
      ...{ input: join(folder, "src/main.ts"), external },
      plugins: [forRollup({ ...options, project }), stripTypes],
      onwarn: ({ message }) => warnings.push(message),
    });
    await bundle.write({ file: join(folder, "dist/main.js") });
    return warnings;
  },

  Rolldown: async (cwd, options) => {
    const warnings: string[] = [];
    const bundle = await rolldown({
      ...{ cwd, input: "src/main.ts", external, plugins: [forRolldown(options)] },
      onwarn: ({ message }) => warnings.push(message ?? ""),
    });
    await bundle.write({ file: "dist/main.js" });
    return warnings;
  },

  esbuild: async (absWorkingDir, options) => {
    const { warnings } = await esbuild.build({
      ...{ absWorkingDir, entryPoints: ["src/main.ts"], outfile: "dist/main.js" },
      ...{ bundle: true, external, format: "esm", logLevel: "silent" },
      plugins: [forEsbuild(options)],
    });
    return warnings.map(({ text }) => text);
  },

  webpack: (folder, options) =>
    new Promise((resolve, reject) => {
      const experiments = { outputModule: true };
      const plugins = [forWebpack(options)];
      webpack({ ...compilation(folder), experiments, plugins }, (error, stats) =>
        settle(error, stats, resolve, reject),
      );
    }),

  Rspack: (folder, options) =>
    new Promise((resolve, reject) => {
      rspack({ ...compilation(folder), plugins: [forRspack(options)] }, (error, stats) =>
        settle(error, stats, resolve, reject),
      );
    }),
};

/** What every bundler is told not to bundle. */
export const external = ["@restate-codegen/runtime"];

/** What lets Rollup read TypeScript. */
export const stripTypes: Plugin = {
  name: "strip-types",
  resolveId: (id, importer) =>
    importer?.endsWith(".ts") && id.startsWith(".")
      ? join(importer, "..", id.replace(/\.js$/, ".ts"))
      : null,
  transform: async (text) => {
    const { code } = await esbuild.transform(text, { loader: "ts" });
    return { code, map: null };
  },
};

/** What webpack and Rspack are told alike. */
export function compilation(context: string) {
  const loader = fileURLToPath(new URL("strip-types-loader.cjs", import.meta.url));
  return {
    context,
    entry: "./src/main.ts",
    mode: "development" as const,
    devtool: false as const,
    output: { path: join(context, "dist"), filename: "main.js", module: true },
    externals: external,
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    module: { rules: [{ test: /\.ts$/, loader }] },
  };
}

interface Stats {
  readonly hasErrors: () => boolean;
  readonly toString: (options: { all: boolean; errors: boolean }) => string;
  readonly toJson: (options: { all: boolean; warnings: boolean }) => {
    warnings?: readonly { readonly message: string }[];
  };
}

function settle(
  error: Error | null,
  stats: Stats | undefined,
  resolve: (warnings: readonly string[]) => void,
  reject: (error: Error) => void,
): void {
  if (error !== null || stats === undefined) {
    reject(error ?? new Error("It gave no result."));
  } else if (stats.hasErrors()) {
    reject(new Error(stats.toString({ all: false, errors: true })));
  } else {
    const { warnings = [] } = stats.toJson({ all: false, warnings: true });
    resolve(warnings.map(({ message }) => message));
  }
}
