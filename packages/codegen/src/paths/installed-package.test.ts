import { expect, test } from "vitest";
import { installedPackage, isInstalled } from "./installed-package.js";

test.each([
  ["npm", "/shop/node_modules/@acme/types/index.d.ts"],
  ["npm, nested", "/shop/node_modules/other/node_modules/@acme/types/lib/index.d.ts"],
  ["pnpm", "/shop/node_modules/.pnpm/@acme+types@1.0.0/node_modules/@acme/types/index.d.ts"],
  ["Plug'n'Play", "/shop/.yarn/cache/@acme-types-1.0.0.zip/node_modules/@acme/types/index.d.ts"],
  ["Windows", "C:\\shop\\node_modules\\@acme\\types\\index.d.ts"],
  ["Windows, as the compiler writes it", "C:/shop/node_modules/@acme/types/index.d.ts"],
])("knows a package as %s installs it", (_manager, file) => {
  expect(isInstalled(file)).toBe(true);
  expect(installedPackage(file)).toBe("@acme/types");
});

test("does not take Yarn's store for a package", () => {
  const file = "/shop/node_modules/.store/@acme-types-npm-1.0.0-a37f4b/package/index.d.ts";
  expect(isInstalled(file)).toBe(true);
  expect(installedPackage(file)).toBeUndefined();
});

test("knows a source from what is installed", () => {
  expect(isInstalled("/shop/packages/types/src/index.ts")).toBe(false);
  expect(isInstalled("/shop/old_node_modules/file.ts")).toBe(false);
});
