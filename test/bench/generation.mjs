import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./median.mjs";
import { binOf, root } from "../tasks/workspace.mjs";

const ROUNDS = 3;
const codegen = join(root, "packages/codegen/bin/restate-codegen.js");
const out = ["--out", "clients"];

/** Measures the generator beside the compiler, in turns, on the shop and on larger projects. */
export function measureGeneration() {
  const scratch = mkdtempSync(join(tmpdir(), "restate-codegen-bench-"));
  try {
    const rows = { shop: measure(copyOfShop(scratch)) };
    for (const services of [10, 100]) {
      rows[`${services} services, 5 handlers each`] = measure(synthesize(scratch, services));
    }
    return rows;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function measure(folder) {
  const times = { generate: [], "again, nothing changed": [], tsc: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    rmSync(join(folder, "clients"), { recursive: true, force: true });
    const measured = {
      generate: timeOf(folder, codegen, ["--project", "tsconfig.json", ...out]),
      "again, nothing changed": timeOf(folder, codegen, ["--project", "tsconfig.json", ...out]),
      tsc: timeOf(folder, binOf("typescript", "tsc"), ["--noEmit", "-p", "."]),
    };
    // The first round only warms up the disk.
    if (round > 0) {
      Object.keys(times).forEach((name) => times[name].push(measured[name]));
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [`${name}, ms`, Math.round(median(list))]),
  );
}

function timeOf(cwd, script, args) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`${script} failed in ${cwd}:\n${stdout}${stderr}`);
  }
  return performance.now() - start;
}

function copyOfShop(scratch) {
  const shop = join(root, "fixtures/shop");
  const folder = join(scratch, "shop");
  mkdirSync(folder);
  for (const path of ["src", "package.json", "tsconfig.json"]) {
    cpSync(join(shop, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(shop, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

function synthesize(scratch, services) {
  const folder = join(scratch, `services-${services}`);
  mkdirSync(join(folder, "src"), { recursive: true });
  symlinkSync(join(root, "fixtures/node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["src"] }),
  );
  for (let index = 0; index < services; index++) {
    writeFileSync(join(folder, `src/service-${index}.ts`), serviceSource(index));
  }
  return folder;
}

const compilerOptions = {
  target: "ES2022",
  lib: ["ES2022"],
  module: "NodeNext",
  types: [],
  strict: true,
  skipLibCheck: true,
};

function serviceSource(index) {
  return `import * as restate from "@restatedev/restate-sdk";

export interface Item${index} {
  id: string;
  kind: "small" | "large";
  price: { amount: number; currency: "EUR" | "USD" };
  tags?: readonly string[];
  createdAt: Date;
  parts: Item${index}[];
}

export type Patch${index} = Partial<Omit<Item${index}, "id" | "createdAt">>;

/** Keeps the items of shelf ${index}. */
export const shelf${index} = restate.object({
  name: "Shelf${index}",
  handlers: {
    put: async (_ctx: restate.ObjectContext, _item: Item${index}): Promise<void> => {},
    patch: async (_ctx: restate.ObjectContext, _patch: Patch${index}): Promise<boolean> => true,
    take: async (_ctx: restate.ObjectContext, _id: string): Promise<Item${index} | null> => null,
    list: async (ctx: restate.ObjectContext) => (await ctx.get<Item${index}[]>("items")) ?? [],
    count: async (ctx: restate.ObjectContext) => ({ key: ctx.key, count: 1 }),
  },
});
`;
}
