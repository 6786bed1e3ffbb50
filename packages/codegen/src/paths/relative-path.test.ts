import { posix, win32 } from "node:path";
import { describe, expect, test } from "vitest";
import { importPath, isInside, relativePath } from "./relative-path.js";

describe("relativePath", () => {
  test.each([
    ["/home/me/shop/src/cart.ts", "src/cart.ts"],
    ["/home/me/shop", "."],
    ["/home/me/types/index.ts", "../types/index.ts"],
    ["/home/me/shop/a b/é/中文/[id]#1%20'$&.ts", "a b/é/中文/[id]#1%20'$&.ts"],
    ["/home/me/shop/back\\slash.ts", "back\\slash.ts"],
  ])("sees %s from a folder of POSIX as %s", (path, seen) => {
    expect(relativePath(path, "/home/me/shop", posix)).toBe(seen);
  });

  test.each([
    ["C:\\me\\shop\\src\\cart.ts", "src/cart.ts"],
    // As the compiler writes it.
    ["C:/me/shop/src/cart.ts", "src/cart.ts"],
    // The drive and the folders are the same in either case; the name stays as it is written.
    ["c:\\ME\\shop\\src\\Cart.ts", "src/Cart.ts"],
    ["C:\\me\\shop\\", "."],
    ["C:\\me\\types\\index.ts", "../types/index.ts"],
    ["D:\\types\\index.ts", "D:/types/index.ts"],
    ["\\\\server\\share\\types.ts", "//server/share/types.ts"],
  ])("sees %s from a folder of Windows as %s", (path, seen) => {
    expect(relativePath(path, "C:\\me\\shop", win32)).toBe(seen);
  });
});

describe("isInside", () => {
  test.each([
    ["/shop/clients/cart.ts", true],
    ["/shop/clients/..hidden/cart.ts", true],
    ["/shop/clients", false],
    ["/shop/clients-of-others/cart.ts", false],
    ["/shop/cart.ts", false],
    ["/shop/Clients/cart.ts", false],
  ])("of POSIX: %s is %s", (path, inside) => {
    expect(isInside(path, "/shop/clients", posix)).toBe(inside);
  });

  test.each([
    ["C:\\shop\\clients\\cart.ts", true],
    ["c:/Shop/Clients/cart.ts", true],
    ["C:\\shop\\clients-of-others\\cart.ts", false],
    ["C:\\shop", false],
    ["D:\\shop\\clients\\cart.ts", false],
  ])("of Windows: %s is %s", (path, inside) => {
    expect(isInside(path, "C:\\shop\\clients", win32)).toBe(inside);
  });
});

test.each([
  ["src/clients", "./src/clients"],
  [".generated", "./.generated"],
  ["..generated", "./..generated"],
  [".", "."],
  ["..", ".."],
  ["../web/clients", "../web/clients"],
])("imports %s from %s", (path, imported) => {
  expect(importPath(path)).toBe(imported);
});
