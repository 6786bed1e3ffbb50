import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "../tasks/workspace.mjs";

const url = "https://ingress.example";

const applications = {
  "one generated client, all verbs": {
    folder: "fixtures/shop/src",
    source: `import { connect } from "@restate-codegen/runtime";
      import { orderClient } from "./clients/order.js";
      export const order = orderClient(connect({ url: "${url}" }), "1");`,
  },
  "all generated clients of the shop": {
    folder: "fixtures/shop/src",
    source: `import { connect } from "@restate-codegen/runtime";
      export * from "./clients/index.js";
      export const ingress = connect({ url: "${url}" });`,
  },
  "@restatedev/restate-sdk-clients, one client": {
    folder: "test",
    source: `import { connect } from "@restatedev/restate-sdk-clients";
      export const order = connect({ url: "${url}" }).workflowClient({ name: "Order" }, "1");`,
  },
};

/** Measures what the clients add to an application for the browser. */
export async function measureSizes() {
  const rows = {};
  for (const [name, { folder, source }] of Object.entries(applications)) {
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: join(root, folder), loader: "ts" },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      write: false,
    });
    const [{ contents }] = outputFiles;
    rows[name] = {
      minified: contents.length,
      gzip: gzipSync(contents, { level: 9 }).length,
      brotli: brotliCompressSync(contents).length,
    };
  }
  return rows;
}
