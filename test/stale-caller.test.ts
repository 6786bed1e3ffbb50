import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

const caller = `import type { Ingress } from "@restate-codegen/runtime";
import { cartClient } from "./clients/index.js";

export const buyTea = (ingress: Ingress): Promise<void> =>
  cartClient(ingress, "Ada").add({ sku: "tea", quantity: 1 });
`;

test("a changed handler changes its module alone, and a caller that did not follow no longer compiles", () => {
  const shop = copyOfShop();
  writeFileSync(join(shop, "src/buy-tea.ts"), caller);
  expect(build(shop)).toMatchObject({ code: 0 });
  const before = clientsOf(shop);

  const cart = join(shop, "src/cart.ts");
  writeFileSync(
    cart,
    readFileSync(cart, "utf8").replace(
      "line: CartLine): Promise<void>",
      "line: CartLine & { giftWrapped: boolean }): Promise<void>",
    ),
  );

  const { code, output } = build(shop);
  expect(code).not.toBe(0);
  expect(output).toMatch(/src\/buy-tea\.ts.*TS2345.*giftWrapped/s);
  const after = clientsOf(shop);
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  expect(changed).toEqual(["cart.ts", "contract.json"]);
});

/** Beside the original, so that it finds the same packages. */
function copyOfShop(): string {
  const folder = mkdtempSync(join(fixtures, ".stale-caller-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(fixtures, "shop"), folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith("/dist"),
  });
  return folder;
}

/** The package's own build script, which generates and then compiles. */
function build(folder: string): { readonly code: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "build"], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, output: stdout + stderr };
}

function clientsOf(folder: string): Readonly<Record<string, string>> {
  const clients = join(folder, "src/clients");
  const names = readdirSync(clients).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(clients, name), "utf8")]));
}
