import { existsSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { read, write } from "../cli/project.js";

/** Something that somebody does to a project. */
export interface Edit {
  readonly what: string;
  readonly happen: (project: string) => void;
}

const types = ["string", "number", "boolean", "Shape", "Shape[]", "Other", "bigint"] as const;
const modules = ["alpha", "beta", "gamma"] as const;

/** The project before anything is done to it. */
export const firstFiles: Readonly<Record<string, string>> = {
  "package.json": '{ "type": "module" }',
  "tsconfig.json": JSON.stringify({
    extends: "./base.json",
    compilerOptions: { module: "nodenext", lib: ["es2022"], types: [] },
    include: ["src"],
  }),
  "base.json": '{ "compilerOptions": { "strict": true } }',
  "src/shape.ts": shape("number"),
  "src/alpha.ts": service("alpha", "Shape"),
  "src/app.ts": 'export * from "./clients/index.js";\n',
  "src/clients.md": "Notes.\n",
};

const put = (path: string, text: string): Edit => ({
  what: `write ${path}: ${JSON.stringify(text)}`,
  happen: (project) => write(project, path, text),
});
const drop = (path: string): Edit => ({
  what: `remove ${path}`,
  happen: (project) => rmSync(join(project, path), { recursive: true, force: true }),
});

/** One edit. Some do nothing, some break everything. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...modules), fc.constantFrom(...types))
      .map(([name, type]) => put(`src/${name}.ts`, service(name, type))),
  },
  { weight: 2, arbitrary: fc.constantFrom(...modules).map((name) => drop(`src/${name}.ts`)) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom("string", "number", "{ deep: string }")
      .map((type) => put("src/shape.ts", shape(type))),
  },
  // What "./shape.js" and "./other.js" lead to then, or no longer.
  fc.constantFrom(
    put("src/shape.d.ts", shape("null")),
    drop("src/shape.d.ts"),
    put("src/other.ts", "export type Other = 1 | 2;\n"),
    drop("src/other.ts"),
  ),
  fc.boolean().map((strict) => put("base.json", JSON.stringify({ compilerOptions: { strict } }))),
  fc.boolean().map((semi) => put(".prettierrc", JSON.stringify({ semi }))),
  fc.constantFrom(
    drop(".prettierrc"),
    put("src/.editorconfig", "[*.ts]\nindent_size = 8\n"),
    drop("src/.editorconfig"),
  ),
  fc.constantFrom("bundler", "nodenext").map((resolution) =>
    put(
      "src/tsconfig.json",
      JSON.stringify({
        compilerOptions: {
          moduleResolution: resolution,
          module: resolution === "bundler" ? "esnext" : "nodenext",
        },
      }),
    ),
  ),
  fc.constantFrom(
    drop("src/tsconfig.json"),
    put("README.md", "Read me.\n"),
    put("src/notes.md", "Notes.\n"),
    put("yarn.lock", "\n"),
  ),
  fc
    .constantFrom("alpha.ts", "index.ts", "contract.json")
    .map((name) => drop(`src/clients/${name}`)),
  fc.constantFrom("alpha.ts", "index.ts").map((name): Edit => ({
    what: `edit the client ${name}`,
    happen: (project) => change(project, `src/clients/${name}`, (text) => `${text}// Mine.\n`),
  })),
  fc.constantFrom(
    drop("src/clients"),
    put("src/clients/contract.json", "<<<<<<< ours\n"),
    put("src/clients/notes.md", "Mine.\n"),
    drop("src/clients/notes.md"),
  ),
  fc.constantFrom(...modules).map((name): Edit => ({
    what: `give ${name} another type of the same length at the same time`,
    happen: (project) => {
      change(project, `src/${name}.ts`, (text) => text.replace("string", "number"));
      const past = new Date(1_600_000_000_000);
      change(project, `src/${name}.ts`, (text) => text, past);
    },
  })),
);

/** Leaves a number in the clients, by which one can tell which edits they were written after. */
export function mark(step: number): Edit {
  return put("src/marker.ts", service("marker", String(step)));
}

/** Steps of a few edits at a time. */
export const editSequences = fc.array(fc.array(edits, { minLength: 1, maxLength: 3 }), {
  minLength: 2,
  maxLength: 4,
});

function service(name: string, type: string): string {
  return `import * as restate from "@restatedev/restate-sdk";
import type { Shape } from "./shape.js";
import type { Other } from "./other.js";
export const ${name} = restate.service({
  name: "${name}",
  handlers: { run: async (_ctx: restate.Context, it: ${type}): Promise<Shape | Other> => it as never },
});
`;
}

function shape(type: string): string {
  return `export interface Shape {\n  readonly of: ${type};\n}\n`;
}

function change(project: string, path: string, how: (text: string) => string, time?: Date): void {
  if (!existsSync(join(project, path))) {
    return;
  }
  write(project, path, how(read(project, path)));
  if (time) {
    utimesSync(join(project, path), time, time);
  }
}
