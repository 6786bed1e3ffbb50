import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder, modules, read } from "../cli/project.js";

/** Where the packages that a workspace depends on are, and where it links its own. */
export type Layout = "hoisted" | "isolated";

/** A package with services, and one with the types that they share. */
export const workspaceFiles: Readonly<Record<string, string>> = {
  "package.json": '{ "private": true, "workspaces": ["packages/*"] }',
  ".prettierrc": '{ "overrides": [{ "files": "packages/api/**", "options": { "semi": false } }] }',
  "packages/types/package.json": JSON.stringify({
    name: "@acme/types",
    type: "module",
    exports: { ".": { types: "./src/index.ts", default: "./dist/index.js" } },
  }),
  "packages/types/src/index.ts": `export * from "./money.js";
/** A page of a longer list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}
`,
  "packages/types/src/money.ts": `export enum Currency {
  Euro = "EUR",
  Yen = "JPY",
}
/** What something costs. */
export interface Money {
  /** In the smallest unit. */
  readonly amount: number;
  readonly currency: Currency;
  readonly at: Date;
}
`,
  "packages/api/package.json": JSON.stringify({ name: "@acme/api", type: "module" }),
  "packages/api/tsconfig.json": JSON.stringify({
    extends: "../../tsconfig.base.json",
    include: ["src/**/*.ts"],
  }),
  "packages/api/src/prices.ts": `import * as restate from "@restatedev/restate-sdk";
import { z } from "zod";
import type { Money, Page } from "@acme/types";
import type { Query } from "./[shop]/query.js";

const Product = z.object({ sku: z.string(), tags: z.array(z.string()).default([]) });

/** Knows what things cost. */
export const prices = restate.service({
  name: "Prices",
  handlers: {
    find: async (_ctx: restate.Context, { currency }: Query): Promise<Page<Money>> => ({
      items: [{ amount: 1, currency, at: new Date(0) }],
    }),
    set: restate.createServiceHandler(
      { input: restate.serde.schema(Product) },
      async (_ctx: restate.Context, product: z.output<typeof Product>) => product,
    ),
  },
});
`,
  "packages/api/src/[shop]/query.ts": `import type { Currency } from "@acme/types";
export interface Query {
  currency: Currency;
  limit?: number;
}
`,
  "tsconfig.base.json": JSON.stringify({
    compilerOptions: {
      strict: true,
      module: "nodenext",
      lib: ["es2022"],
      types: [],
      skipLibCheck: true,
    },
  }),
};

/** The packages from outside that each package needs. */
const dependencies = ["@restatedev/restate-sdk", "@restate-codegen/runtime", "zod"];

/** Makes the workspace in a folder with the given name, which may be a path, and returns where it is. */
export function makeWorkspace(
  name: string,
  layout: Layout = "hoisted",
  files: Readonly<Record<string, string>> = workspaceFiles,
): string {
  const placed = Object.entries(files).map(([path, text]) => [join(name, path), text] as const);
  const workspace = join(makeFolder(Object.fromEntries(placed)), name);
  const home = layout === "hoisted" ? workspace : join(workspace, "packages/api");
  for (const dependency of dependencies) {
    link(join(modules, dependency), join(home, "node_modules", dependency));
  }
  link(join(workspace, "packages/types"), join(home, "node_modules/@acme/types"));
  return workspace;
}

/** The clients of the package with the services. */
export function clientsIn(workspace: string): Readonly<Record<string, string>> {
  const names = ["contract.json", "index.ts", "prices.ts"];
  return Object.fromEntries(
    names.map((name) => [name, read(workspace, `packages/api/src/clients/${name}`)]),
  );
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}
