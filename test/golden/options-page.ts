import { toJsonSchema } from "@valibot/to-json-schema";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as prettier from "prettier";
import ts from "typescript";
import { optionFlags } from "../../packages/codegen/dist/config/flags.js";
import { targetOptions } from "../../packages/codegen/dist/config/options.js";
import { configSchema } from "../../packages/codegen/dist/config/validate.js";

const declarations = new URL("../../packages/codegen/src/config/options.ts", import.meta.url);

/** Where the page stands that explains every option. */
export const optionsPage = fileURLToPath(
  new URL("../../packages/codegen/docs/options.md", import.meta.url),
);

/** Where the schema stands that tells editors what a config file of JSON may hold. */
export const optionsSchema = fileURLToPath(
  new URL("../../packages/codegen/config.schema.json", import.meta.url),
);

/** Prints the page from the declarations of the options and what is said of them there. */
export async function printOptionsPage(): Promise<string> {
  const docs = readDocs();
  const sections = Object.entries<Shown>(targetOptions).map(([name, option]) =>
    printSection(name, option, docs.get(name) ?? ""),
  );
  const page = [introduction, printTable(), ...sections, targets].join("\n\n");
  return prettier.format(page, { parser: "markdown" });
}

/** Prints that schema. A function cannot stand in JSON. */
export async function printOptionsSchema(): Promise<string> {
  const schema = toJsonSchema(configSchema(), {
    ignoreActions: ["readonly"],
    errorMode: "ignore",
    overrideSchema: ({ valibotSchema }) => (valibotSchema.type === "custom" ? { not: {} } : null),
  });
  const { properties } = schema;
  const whole = { ...schema, properties: { $schema: { type: "string" }, ...properties } };
  return prettier.format(JSON.stringify(whole), { parser: "json" });
}

/** What the page shows of an option. */
interface Shown {
  readonly describe: string;
  readonly default: string;
}

const introduction = `# Options

Each option can stand in a config file and be given to the library's functions, and most as a flag, too. A config file is \`restate-codegen.config.ts\` (or \`.mts\`, \`.cts\`, \`.js\`, \`.mjs\`, \`.cjs\`, \`.json\`) in the folder where the command is run, or what \`--config\` names:

\`\`\`ts
import { defineConfig } from "restate-codegen";

export default defineConfig({
  project: "api/tsconfig.json",
  out: "web/src/clients",
  rules: { RC206: "off" },
});
\`\`\`

Paths in it are relative to its folder, those of flags to where the command is run. A flag counts more than the file; \`rules\` and \`rename\` are added up. A file of code is run; it may import whatever it likes. In one of JSON, \`"$schema": "./node_modules/restate-codegen/config.schema.json"\` tells editors the names.`;

const targets = `## targets

Several outputs in one run, each with a \`name\` and options of its own. What it leaves out is as it stands beside \`targets\`. Their output folders may not lie within one another. \`--target web\` chooses; without it all are meant.

\`\`\`ts
import { defineConfig } from "restate-codegen";

export default defineConfig({
  rules: { RC206: "off" },
  targets: [
    { name: "web", project: "api", out: "web/src/clients", include: ["Cart", "Checkout"] },
    { name: "jobs", project: "api", out: "jobs/clients" },
  ],
});
\`\`\`

\`\`\`sh
npx restate-codegen --target web
\`\`\``;

function printTable(): string {
  const rows = Object.entries<Shown>(targetOptions).map(([name, option]) => {
    const link = `[\`${name}\`](#${name.toLowerCase()})`;
    return `| ${link} | ${flagsOf(option)} | ${option.describe} |`;
  });
  return ["| option | flag | |", "| --- | --- | --- |", ...rows].join("\n");
}

/** How the command line spells an option; what holds anyway can only be denied. */
function flagsOf({ describe, default: meaning }: Shown): string {
  return Object.entries(optionFlags)
    .filter(([, flag]) => flag.describe === describe)
    .flatMap(([name, { alias }]) => [
      meaning === "true" ? `--no-${name}` : `--${name}`,
      ...(alias === undefined ? [] : [`-${alias}`]),
    ])
    .map((flag) => `\`${flag}\``)
    .join(", ");
}

function printSection(name: string, { default: meaning }: Shown, doc: string): string {
  const text = doc.replace(/\s*Default: .*$/s, "").replaceAll(/(?<!\n)\n(?!\n)/g, " ");
  return [`## ${name}`, text, `Default: ${meaning}.`].join("\n\n");
}

/** The comments above the declarations, by the option. */
function readDocs(): ReadonlyMap<string, string> {
  const source = ts.createSourceFile(
    "options.ts",
    readFileSync(declarations, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const docs = new Map<string, string>();
  const visit = (node: ts.Node) => {
    const [doc] = ts.getJSDocCommentsAndTags(node);
    if (ts.isPropertyAssignment(node) && doc) {
      docs.set(node.name.getText(source), ts.getTextOfJSDocComment(doc.comment) ?? "");
    }
    node.forEachChild(visit);
  };
  visit(source);
  return docs;
}
