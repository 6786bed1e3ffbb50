import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { generate } from "restate-codegen";

const installed = fileURLToPath(new URL("../fixtures/node_modules", import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) {
    rmSync(folder, { recursive: true });
  }
});

/** Makes a project with one service in it, and says what the generator has to say about it. */
async function saidAbout(
  service: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), "restate-codegen-blame-")));
  folders.push(cwd);
  const compilerOptions = { strict: true, module: "nodenext", lib: ["es2022"], types: [] };
  const all = {
    "package.json": JSON.stringify({ type: "module" }),
    "tsconfig.json": JSON.stringify({ compilerOptions, include: ["src"] }),
    "src/service.ts": `import * as restate from "@restatedev/restate-sdk";\n${service}`,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  mkdirSync(join(cwd, "node_modules"), { recursive: true });
  for (const scope of ["@restatedev", "@restate-codegen"]) {
    symlinkSync(join(installed, scope), join(cwd, "node_modules", scope));
  }
  const { diagnostics } = await generate({ cwd, cache: false });
  return diagnostics.map(({ code, message, fix }) => `${code} ${message} ${fix}`);
}

const service = (handler: string) =>
  `export const users = restate.service({ name: "Users", handlers: { get: ${handler} } });\n`;

const taking = (type: string) =>
  service(`async (_ctx: restate.Context, user: ${type}) => typeof user`);

const manifest = (extra: object) =>
  JSON.stringify({ name: "@acme/models", version: "1.0.0", ...extra });

test("a package that is not installed", async () => {
  const said = await saidAbout(`import type { User } from "@acme/models";\n${taking("User")}`);
  expect(said).toEqual([
    'RC106 The type of `input` of the handler "get" cannot be resolved, so callers get `unknown`: "@acme/models" is not installed (it is imported in src/service.ts). Install it: `npm install @acme/models`.',
  ]);
});

test("a workspace package that is not built", async () => {
  const [said] = await saidAbout(`import type { User } from "@acme/models";\n${taking("User")}`, {
    "node_modules/@acme/models/package.json": manifest({
      exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
    }),
  });
  expect(said).toContain('"@acme/models" is installed without its types (./dist/index.d.ts)');
});

test("a package without types, behind a function of ours", async () => {
  const [said] = await saidAbout(
    `import { load } from "./load.js";\n${service("async (_ctx: restate.Context) => load()")}`,
    {
      "src/load.ts":
        'import { find } from "plain";\nexport async function load() {\n  const found = find();\n  return found;\n}\n',
      "node_modules/plain/package.json": JSON.stringify({
        name: "plain",
        version: "1.0.0",
        main: "index.js",
      }),
      "node_modules/plain/index.js": "exports.find = () => 1;\n",
    },
  );
  expect(said).toContain(
    '"plain" has no types (it is imported in src/load.ts). Install types for it, such as `npm install --save-dev @types/plain`',
  );
});

test("a client of Prisma's that is not generated, in a member of a result", async () => {
  const [said] = await saidAbout(
    `import { prisma } from "./db.js";\n${service("async (_ctx: restate.Context) => {\n  const user = await prisma.user.findFirst();\n  return { user };\n}")}`,
    {
      "src/db.ts":
        'import { PrismaClient } from "@prisma/client";\nexport const prisma = new PrismaClient();\n',
      "node_modules/@prisma/client/package.json": JSON.stringify({
        name: "@prisma/client",
        version: "6.0.0",
        types: "default.d.ts",
        main: "default.js",
      }),
      "node_modules/@prisma/client/default.d.ts": "export * from '.prisma/client/default';\n",
      "node_modules/.prisma/client/default.d.ts":
        "export declare const PrismaClient: any;\nexport declare type PrismaClient = any;\n",
    },
  );
  expect(said).toContain('RC206 The type of `result.user` of the handler "get" is `any`');
  expect(said).toContain(
    'the client of "@prisma/client" is not generated (it is imported in src/db.ts). Generate it: `npx prisma generate`.',
  );
});

test("a model of Prisma's that is not generated", async () => {
  const [said] = await saidAbout(`import type { User } from "@prisma/client";\n${taking("User")}`, {
    "node_modules/@prisma/client/package.json": JSON.stringify({
      name: "@prisma/client",
      version: "6.0.0",
      types: "default.d.ts",
    }),
    "node_modules/@prisma/client/default.d.ts": "export declare const PrismaClient: any;\n",
  });
  expect(said).toContain('the client of "@prisma/client" is not generated');
});

test("a file that is not there, behind re-exports", async () => {
  const [said] = await saidAbout(`import type { User } from "./models.js";\n${taking("User[]")}`, {
    "src/models.ts": 'export { type User } from "./generated/user.js";\n',
  });
  expect(said).toContain(
    'there is no file "./generated/user.js" (it is imported in src/models.ts)',
  );
});

test("a name that the module does not export", async () => {
  const [said] = await saidAbout(`import { type Usr } from "./models.js";\n${taking("Usr")}`, {
    "src/models.ts": "export interface User {}\n",
  });
  expect(said).toContain('"./models.js" has no export "Usr"');
});

test("but no import is blamed for an `any` that the user wrote, or that another function gives", async () => {
  const said = await saidAbout(
    `import { log } from "logger";\n${service("async (_ctx: restate.Context, user: any) => { log(); return JSON.parse(String(user)); }")}`,
  );
  expect(said).toHaveLength(2);
  expect(said.join()).not.toContain("logger");
});
