import { expect, test } from "vitest";
import { realDisk } from "../disk/real-disk.js";
import { findModuleFormat } from "./find-module-format.js";

test.each([
  [{ "/shop/package.json": '{ "type": "module" }' }, "esm"],
  [{ "/shop/package.json": '{ "type": "module" }', "/shop/src/package.json": "{}" }, "commonjs"],
  [{ "/shop/src/package.json": '{ "type": "module" }', "/shop/package.json": "{}" }, "esm"],
  [{ "/shop/package.json": '{ "type": "commonjs" }' }, "commonjs"],
  [{ "/shop/package.json": "{" }, "commonjs"],
  [{}, "commonjs"],
])("with %j a .js file in /shop/src/clients is %s", (files, format) => {
  const texts = new Map(Object.entries(files));
  const disk = { ...realDisk, readText: (path: string) => texts.get(path) };
  expect(findModuleFormat("/shop/src/clients", disk)).toBe(format);
});
