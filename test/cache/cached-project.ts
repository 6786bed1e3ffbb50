import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { modules, write } from "../cli/project.js";

/** A project that reads its types and its settings from everywhere they can come from. */
export const files: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ name: "sample", type: "module" }),
  "package-lock.json": JSON.stringify({ name: "sample", lockfileVersion: 3 }),
  "tsconfig.json": JSON.stringify({
    extends: ["./config/first.json", "./config/second.json"],
    compilerOptions: { types: [], paths: { "#lib/*": ["./lib/*"] } },
    references: [{ path: "./other" }],
    include: ["src"],
  }),
  "config/first.json": JSON.stringify({ extends: "./root.json" }),
  "config/second.json": JSON.stringify({ compilerOptions: { strict: true } }),
  "config/root.json": JSON.stringify({ compilerOptions: { module: "nodenext", lib: ["es2022"] } }),
  "other/tsconfig.json": JSON.stringify({ compilerOptions: { composite: true } }),
  "other/index.ts": "export {};\n",
  "lib/shape.ts": "export interface Shape {\n  readonly sides: number;\n}\n",
  "src/greeter.ts": `import * as restate from "@restatedev/restate-sdk";
import type { Shape } from "#lib/shape.js";
import type { Money } from "money";
import type { Parcel } from "parcels";
import type { Late } from "./late.js";

export const greeter = restate.service({
  name: "Greeter",
  handlers: {
    greet: async (_ctx: restate.Context, late: Late): Promise<Shape> => late as never,
    pay: async (_ctx: restate.Context, money: Money): Promise<Parcel> => money as never,
  },
});
`,
  "src/counter.ts": `import * as restate from "@restatedev/restate-sdk";

export const counter = restate.object({
  name: "Counter",
  handlers: { add: async (_ctx: restate.ObjectContext, by: number): Promise<number> => by },
});
`,
  // A file that takes the place of this one is what "./late.js" leads to, once it is there.
  "src/late.d.ts": "export interface Late {\n  readonly when: string;\n}\n",
  "src/app.ts": `import { greeterClient } from "./clients/index.js";
export const client = greeterClient;
`,
  "README.md": "A sample.\n",
  "scripts/unrelated.ts": "export const unrelated = 1;\n",
  "node_modules/money/package.json": JSON.stringify({
    name: "money",
    version: "1.0.0",
    exports: { ".": "./index.js", "./other": "./other.js" },
  }),
  "node_modules/money/index.js": "",
  "node_modules/money/index.d.ts": "export interface Money {\n  readonly amount: number;\n}\n",
  "node_modules/money/other.js": "",
  "node_modules/money/other.d.ts": "export interface Money {\n  readonly sum: string;\n}\n",
  "node_modules/typescript/package.json": JSON.stringify({ name: "typescript", version: "6.0.2" }),
  "packages/parcels/package.json": JSON.stringify({ name: "parcels", types: "./index.d.ts" }),
  "packages/parcels/index.d.ts": "export interface Parcel {\n  readonly weight: number;\n}\n",
  "packages/others/package.json": JSON.stringify({ name: "parcels", types: "./index.d.ts" }),
  "packages/others/index.d.ts": "export interface Parcel {\n  readonly size: number;\n}\n",
};

/** How it is formatted: once by data, once by code. */
export const prettierFiles = {
  data: {
    ".prettierrc": JSON.stringify({ semi: false }),
    ".editorconfig": "root = true\n\n[*.ts]\nindent_style = tab\n",
    ".prettierignore": "dist\n",
  },
  code: {
    "prettier.config.mjs": `import style from "./style.mjs";\nimport shared from "shared";\nexport default { ...shared, ...style };\n`,
    "style.mjs": "export default { singleQuote: true };\n",
    "node_modules/shared/package.json": JSON.stringify({ name: "shared", main: "./index.js" }),
    "node_modules/shared/index.js": "module.exports = { semi: false };\n",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Makes a project of files, with the SDK and the runtime installed. It is removed by whoever made it. */
export function makeCachedProject(contents: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "restate-codegen-cache-")));
  for (const [path, text] of Object.entries(contents)) {
    write(folder, path, text);
  }
  for (const scope of ["@restatedev", "@restate-codegen"]) {
    mkdirSync(join(folder, "node_modules", scope), { recursive: true });
    for (const name of readdirSync(join(modules, scope))) {
      symlinkSync(join(modules, scope, name), join(folder, "node_modules", scope, name));
    }
  }
  symlinkSync(join(folder, "packages/parcels"), join(folder, "node_modules/parcels"));
  return folder;
}

/** Removes a file, a link or a folder, and whatever was made to hold it. */
export function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { recursive: true, force: true });
  const parent = dirname(path);
  if (parent !== "." && readdirSync(join(folder, parent)).length === 0) {
    remove(folder, parent);
  }
}
