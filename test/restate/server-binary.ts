import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Path of the server that the `@restatedev/restate-server` package brings for this platform. */
export function serverBinary(): string {
  // The platform's package is a dependency of that package, not of ours.
  const launcher = createRequire(import.meta.url).resolve(
    "@restatedev/restate-server/package.json",
  );
  const platform = `@restatedev/restate-server-${process.platform}-${process.arch}`;
  const manifest = createRequire(launcher).resolve(`${platform}/package.json`);
  return join(dirname(manifest), "bin", "restate-server");
}
