// Builds dist/esm and dist/cjs from the same sources.
import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const compile = (...flags) =>
  execFileSync(process.execPath, [tsc, "--project", here("tsconfig.build.json"), ...flags], {
    stdio: "inherit",
  });

rmSync(here("dist"), { recursive: true, force: true });
compile("--outDir", here("dist/esm"));
compile(
  ...["--outDir", here("dist/cjs")],
  ...["--module", "CommonJS", "--moduleResolution", "Node10", "--verbatimModuleSyntax", "false"],
);
// The package is of type "module"; this folder is not.
writeFileSync(here("dist/cjs/package.json"), '{ "type": "commonjs" }\n');
copyFileSync(here("../../LICENSE"), here("LICENSE"));
