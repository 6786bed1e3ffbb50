import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** A configuration that puts the clients and our runtime into a file of their own, `ours`, and is else the app's. */
export const apartConfig = `import { mergeConfig } from "vite";

import config from "./vite.config.ts";

const groups = [{ name: "ours", test: /@restate-codegen|src.clients/ }];

export default mergeConfig(config, {
  build: { rolldownOptions: { output: { codeSplitting: { groups } } } },
});
`;

/** Returns the scripts of a built app, by how their names begin. */
export function scriptsIn(folder: string): Readonly<Record<string, Buffer>> {
  const assets = join(folder, "assets");
  const names = readdirSync(assets).filter((name) => name.endsWith(".js"));
  return Object.fromEntries(
    names.map((name) => [name.replace(/-.*/, ""), readFileSync(join(assets, name))]),
  );
}

/** Returns how many bytes of a script come over the wire. */
export function sizeOf(script: Buffer | undefined): number {
  return brotliCompressSync(script ?? "").length;
}
