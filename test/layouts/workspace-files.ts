/** A package with services, and one with the types that they share. */
export const workspaceFiles: Readonly<Record<string, string>> = {
  "package.json": '{ "private": true, "workspaces": ["packages/*"] }',
  ".prettierrc": '{ "overrides": [{ "files": "packages/api/**", "options": { "semi": false } }] }',
  "packages/types/package.json": JSON.stringify({
    name: "@acme/types",
    version: "1.0.0",
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
