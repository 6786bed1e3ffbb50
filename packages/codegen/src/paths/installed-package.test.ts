import { expect, test } from "vitest";
import { installedPackage } from "./installed-package.js";

test.each([
  ["npm", "/shop/node_modules/@acme/types/index.d.ts"],
  ["npm, nested", "/shop/node_modules/other/node_modules/@acme/types/lib/index.d.ts"],
  ["pnpm", "/shop/node_modules/.pnpm/@acme+types@1.0.0/node_modules/@acme/types/index.d.ts"],
  ["Plug'n'Play", "/shop/.yarn/cache/@acme-types-1.0.0.zip/node_modules/@acme/types/index.d.ts"],
  ["Windows", "C:\\shop\\node_modules\\@acme\\types\\index.d.ts"],
  ["Windows, as the compiler writes it", "C:/shop/node_modules/@acme/types/index.d.ts"],
])("knows a package as %s installs it", (_manager, file) => {
  expect(installedPackage(file)).toEqual({
    name: "@acme/types",
    folder: "node_modules/@acme/types",
  });
});

test.each(["/shop/packages/types/src/index.ts", "/shop/node_modules/file.d.ts"])(
  "knows none for %s",
  (file) => {
    expect(installedPackage(file)).toBeUndefined();
  },
);
