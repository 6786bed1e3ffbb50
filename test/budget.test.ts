import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { consumerSource, shopClients } from "./compile/consumer.js";
import { projectFolder } from "./compile/project-folder.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** Bytes of a client with all its verbs and the connection, minified and compressed with brotli. */
const BYTES = 2080;

/** Type instantiations of a module that calls two of the shop's clients. */
const INSTANTIATIONS = 700;

/** The same with retries and waits without a limit. */
const BYTES_THAT_SURVIVE = 2790;

const application = `import { connect } from "@restate-codegen/runtime";
import { emailClient } from "./clients/email.js";

export const email = emailClient(connect({ url: "https://ingress.example" }));
`;

const applicationThatSurvives = `import { connect, reattach, retry } from "@restate-codegen/runtime";
import { emailClient } from "./clients/email.js";

const url = "https://ingress.example";
export const email = emailClient(connect({ url, retry: retry(), reattach: reattach() }));
`;

test(`a client and the connection weigh at most ${BYTES} bytes in a browser`, async () => {
  const { text } = await bundle(application);
  const bytes = brotliCompressSync(text).length;
  console.log(`one client: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(BYTES);
});

test(`with retry and reattach they weigh at most ${BYTES_THAT_SURVIVE} bytes`, async () => {
  const { text } = await bundle(applicationThatSurvives);
  const bytes = brotliCompressSync(text).length;
  console.log(`one client that survives: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(BYTES_THAT_SURVIVE);
});

test("a bundle with one client holds the runtime and that client, and nothing else", async () => {
  const { inputs } = await bundle(application);
  const foreign = inputs.filter(
    (input) =>
      !input.endsWith("<stdin>") &&
      input !== "fixtures/shop/src/clients/email.ts" &&
      !input.startsWith("packages/runtime/dist/esm/"),
  );
  expect(inputs).toContain("packages/runtime/dist/esm/index.js");
  expect(foreign).toEqual([]);
});

test(`a caller costs the type checker at most ${INSTANTIATIONS} instantiations`, (context) => {
  const folder = projectFolder(context, {
    "package.json": JSON.stringify({ type: "module" }),
    "src/visit.ts": consumerSource,
    ...shopClients(),
  });
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2022"],
    types: [],
    module: "NodeNext",
    strict: true,
    // Else the standard library is most of the number.
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["src/visit.ts"] }),
  );
  const printed = execFileSync(process.execPath, [tsc, "-p", folder, "--extendedDiagnostics"], {
    encoding: "utf8",
  });
  const instantiations = Number(/^Instantiations:\s+(\d+)$/m.exec(printed)?.[1]);
  console.log(`a caller: ${instantiations} instantiations`);
  expect(instantiations).toBeLessThanOrEqual(INSTANTIATIONS);
});

async function bundle(
  contents: string,
): Promise<{ readonly text: Uint8Array; readonly inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: join(root, "fixtures/shop/src"), loader: "ts" },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    metafile: true,
    write: false,
  });
  const [output] = outputFiles;
  return { text: output?.contents ?? new Uint8Array(), inputs: Object.keys(metafile.inputs) };
}
