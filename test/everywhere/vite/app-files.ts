/** Where the clients of an app go, as seen from the folder of its page, which is all that Vite watches by itself. */
export type ClientsFolder = "clients" | "../clients";

/** A service, as it is at first. */
export const english = service(
  "{ name: string }",
  "{ text: string }",
  "{ text: `Hello ${input.name}` }",
);

/** It wants to know the language as well, and gives it back. */
export const french = service(
  "{ name: string; language: string }",
  "{ text: string; language: string }",
  "{ text: `Bonjour ${input.name}`, language: input.language }",
);

/** It gives what JSON cannot carry. */
export const broken = french.replace("language: string }>", "language: bigint }>");

/** A page that calls the first service. */
export const englishPage = (clients: ClientsFolder) => page(clients, '{ name: "Ada" }', "text");

/** A page that calls the second one. */
export const frenchPage = (clients: ClientsFolder) =>
  page(clients, '{ name: "Ada", language: "fr" }', "text, language");

function service(input: string, output: string, result: string): string {
  return `import * as restate from "@restatedev/restate-sdk";

export const greeter = restate.service({
  name: "Greeter",
  handlers: {
    greet: async (_ctx: restate.Context, input: ${input}): Promise<${output}> => (${result}) as never,
  },
});
`;
}

function page(clients: ClientsFolder, input: string, members: string): string {
  return `import { connect } from "@restate-codegen/runtime";
import { greeterClient } from "./${clients}/index.js";

const url = new URLSearchParams(location.search).get("ingress") ?? "";
const { ${members} } = await greeterClient(connect({ url })).greet(${input});
document.querySelector("main")?.replaceChildren([${members}].join(" "));
export {};
`;
}

const compilerOptions = {
  strict: true,
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

/** A service in `api/`, and a page in `web/` that calls it. */
export function appFiles(
  tarballs: string,
  vite: string,
  clients: ClientsFolder,
): Readonly<Record<string, string>> {
  const packed = (name: string) => `file:${tarballs}/${name}.tgz`;
  return {
    "package.json": JSON.stringify({
      private: true,
      type: "module",
      dependencies: {
        "@restate-codegen/runtime": packed("restate-codegen-runtime"),
        "@restatedev/restate-sdk": "1.17.2",
      },
      devDependencies: {
        "restate-codegen": packed("restate-codegen"),
        typescript: "~5.9.3",
        vite,
      },
    }),
    "api/tsconfig.json": JSON.stringify({ compilerOptions, include: ["*.ts"] }),
    "api/greeter.ts": english,
    "web/vite.config.ts": `import { restateCodegen } from "restate-codegen/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [restateCodegen({ project: "../api", out: "${clients}" })],
  build: { target: "es2022" },
});
`,
    "web/tsconfig.json": JSON.stringify({
      compilerOptions: { ...compilerOptions, lib: ["es2022", "dom", "dom.iterable"] },
      include: ["*.ts", clients],
      exclude: ["vite.config.ts"],
    }),
    "web/index.html": `<!doctype html>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="/style.css" />
<main></main>
<script type="module" src="/main.ts"></script>
`,
    "web/style.css": "",
    "web/main.ts": englishPage(clients),
  };
}
