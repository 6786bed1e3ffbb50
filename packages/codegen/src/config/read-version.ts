import { createRequire } from "node:module";

/** The version of this package, as its manifest says. */
export function readVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)("../../package.json");
  return (manifest as { readonly version: string }).version;
}
