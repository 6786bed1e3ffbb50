import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../tasks/workspace.mjs";

/**
 * Writes a monorepo into an empty folder: so many packages with so many definitions each, one of types and schemas
 * that all of them share, and one config with a target for each package. `options` are for the compiler, beside those
 * of a usual project. Returns the names of the packages.
 */
export function writeFleet(folder, { packages, services, options = {} }) {
  const names = Array.from({ length: packages }, (_, index) => `team-${index + 1}`);
  write(folder, "package.json", json({ private: true, workspaces: ["packages/*"] }));
  write(
    folder,
    "tsconfig.base.json",
    json({ compilerOptions: { ...compilerOptions, ...options } }),
  );
  write(folder, "restate-codegen.config.mjs", configOf(names));
  write(folder, "packages/shared/package.json", sharedManifest);
  write(folder, "packages/shared/src/index.ts", sharedTypes);
  for (const name of names) {
    writePackage(folder, name, services);
  }
  link(join(root, "fixtures/node_modules/@restatedev"), join(folder, "node_modules/@restatedev"));
  link(
    join(root, "fixtures/node_modules/@restate-codegen"),
    join(folder, "node_modules/@restate-codegen"),
  );
  link(join(root, "fixtures/node_modules/zod"), join(folder, "node_modules/zod"));
  link(join(root, "node_modules/@types/node"), join(folder, "node_modules/@types/node"));
  link(join(folder, "packages/shared"), join(folder, "node_modules/@fleet/shared"));
  return names;
}

function writePackage(folder, name, services) {
  const home = join("packages", name);
  const manifest = {
    name: `@fleet/${name}`,
    type: "module",
    dependencies: { "@fleet/shared": "*" },
  };
  write(folder, join(home, "package.json"), json(manifest));
  const tsconfig = { extends: "../../tsconfig.base.json", include: ["src"] };
  write(folder, join(home, "tsconfig.json"), json(tsconfig));
  for (let index = 1; index <= services; index++) {
    const text = definitions[index % definitions.length](`${pascalCase(name)}Service${index}`);
    write(folder, join(home, `src/definition-${index}.ts`), text);
  }
}

const compilerOptions = {
  target: "ES2022",
  module: "NodeNext",
  types: ["node"],
  strict: true,
  skipLibCheck: true,
};

function configOf(names) {
  return `const names = ${json(names)};

export default {
  targets: names.map((name) => ({
    name,
    project: \`packages/\${name}\`,
    out: \`packages/\${name}/src/clients\`,
  })),
};
`;
}

const sharedManifest = json({
  name: "@fleet/shared",
  version: "1.0.0",
  type: "module",
  exports: { ".": { types: "./src/index.ts", default: "./src/index.ts" } },
});

const sharedTypes = `import { z } from "zod";

/** What something costs. */
export interface Money {
  readonly amount: number;
  readonly currency: "EUR" | "USD";
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

export const Address = z.object({
  street: z.string(),
  city: z.string(),
  country: z.enum(["de", "fr", "it"]).default("de"),
});
export type Address = z.output<typeof Address>;

/** A number that arrives as text. */
export const Amount = z.object({ value: z.coerce.number<string>(), tags: z.array(z.string()).optional() });
`;

/** Kinds of definitions, each a file of its own; `name` is the definition's. */
const definitions = [
  (name) => `import * as restate from "@restatedev/restate-sdk";
import type { Money, Page } from "@fleet/shared";

export interface ${name}Item {
  id: string;
  kind: "small" | "large";
  price: Money;
  tags?: readonly string[];
  createdAt: string;
  parts: ${name}Item[];
}

/** Keeps the items of one shelf. */
export const definition = restate.object({
  name: "${name}",
  handlers: {
    put: async (_ctx: restate.ObjectContext, _item: ${name}Item): Promise<void> => {},
    patch: async (_ctx: restate.ObjectContext, _patch: Partial<Omit<${name}Item, "id">>) => true,
    take: async (_ctx: restate.ObjectContext, _id: string): Promise<${name}Item | null> => null,
    list: async (ctx: restate.ObjectContext): Promise<Page<${name}Item>> => ({
      items: (await ctx.get<${name}Item[]>("items")) ?? [],
    }),
    count: async (ctx: restate.ObjectContext) => ({ key: ctx.key, count: 1 }),
  },
});
`,
  (name) => `import * as restate from "@restatedev/restate-sdk";
import { Address, Amount, type Money } from "@fleet/shared";
import { z } from "zod";

const ${name}Order = z.object({
  id: z.string(),
  to: Address,
  lines: z.array(z.object({ sku: z.string(), amount: Amount })),
});

/** Takes orders. */
export const definition = restate.service({
  name: "${name}",
  handlers: {
    order: restate.createServiceHandler(
      { input: restate.serde.schema(${name}Order) },
      async (_ctx: restate.Context, order: z.output<typeof ${name}Order>) => ({ id: order.id, lines: order.lines.length }),
    ),
    quote: async (_ctx: restate.Context, { lines }: { lines: readonly { sku: string; amount: number }[] }) => {
      const price: Money = { amount: lines.length, currency: "EUR" };
      return { price, until: "tomorrow", lines: lines.map(({ sku, amount }) => ({ sku, amount, price })) };
    },
  },
});
`,
  (name) => `import * as restate from "@restatedev/restate-sdk";
import type { Address, Money } from "@fleet/shared";

export type ${name}State = "open" | "paid" | "gone";

/** Delivers one order. */
export const definition = restate.workflow({
  name: "${name}",
  handlers: {
    run: async (ctx: restate.WorkflowContext, order: { to: Address; price: Money }): Promise<${name}State> => {
      await ctx.promise<boolean>("paid");
      return order.price.amount > 0 ? "paid" : "open";
    },
    pay: async (ctx: restate.WorkflowSharedContext, paid: boolean) => {
      await ctx.promise<boolean>("paid").resolve(paid);
    },
    state: async (ctx: restate.WorkflowSharedContext) => ({ state: (await ctx.get<${name}State>("state")) ?? "open" }),
  },
});
`,
];

function pascalCase(name) {
  return name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function link(target, path) {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "junction");
}
