/**
 * `npm run test:official [-- <file>]`: the retry tests of Restate's official client, run against the drop-in. They are
 * not ours, so they are read from the public repository each time, or from a copy of the file, and put away again.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runNode } from "./spawn.mjs";
import { binOf, root } from "./workspace.mjs";

const published =
  "https://raw.githubusercontent.com/restatedev/sdk-typescript/main/packages/libs/restate-sdk-clients/src/retry.test.ts";

/** What they assert that is a defect, so that the drop-in fails it on purpose. */
const defects = [
  // The header would reach the handler, and browsers ask the server for leave to send it.
  "stamps x-restateclient-retry-attempt: 1 on a non-retried request",
  "stamps an incrementing x-restateclient-retry-attempt header on each attempt",
  // A timeout of 200 ms should not take 8 seconds to come.
  "mints a fresh timeout signal per attempt",
];

const [copy] = process.argv.slice(3);
const text = copy === undefined ? await download(published) : readFileSync(copy, "utf8");
const file = join(root, "test/dist/official/retry.test.ts");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  text.replaceAll(/"\.\/(?:retry|ingress|api)\.js"/g, '"@restate-codegen/runtime/clients"'),
);
writeFileSync(join(dirname(file), "vitest.config.mjs"), "export default {};\n");
console.log(
  `Left out, since they assert a defect:\n${defects.map((name) => `  ${name}\n`).join("")}`,
);
const wanted = `^ingress auto-retry (?!${defects.map(escape).join("|")})`;
try {
  await runNode(binOf("vitest"), ["run", "--root", dirname(file), "-t", wanted]);
} finally {
  rmSync(dirname(file), { recursive: true });
}

async function download(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url} answers ${response.status}.`);
  }
  return response.text();
}

function escape(text) {
  return text.replaceAll(/[^\w ]/g, "\\$&");
}
