import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogue, type CatalogueEntry } from "restate-codegen";

const errors = fileURLToPath(new URL("../../fixtures/errors/", import.meta.url));

/** Where the page stands that explains every diagnostic. */
export const diagnosticsPage = fileURLToPath(
  new URL("../../packages/codegen/docs/diagnostics.md", import.meta.url),
);

/** Prints that page from the catalogue and the fixtures it refers to. */
export function printDiagnosticsPage(): string {
  const sections = catalogue.map(printSection);
  return [introduction, printTable(), ...sections].join("\n\n") + "\n";
}

const introduction = `# Diagnostics

Everything that \`restate-codegen\` can say about a project. \`restate-codegen explain RC206\` prints the same in short.

After an error something is not written: the definition it is in, which keeps the module it had, or, where no definition is to blame, nothing is deleted. After a warning all is written. \`--strict\` makes every warning an error, and the option \`rules\`, or \`--rule RC206=off\`, sets what a code is. A comment excuses one place, on its line or above it, if it gives a reason:

\`\`\`ts
// restate-codegen-allow RC206: callers send whatever they like
\`\`\`

An error that says "always" below stays one, since nothing right could be written in spite of it.`;

function printTable(): string {
  const rows = catalogue.map(({ code, name, severity, lowerable }) => {
    const link = `#${code.toLowerCase()}-${name}`;
    return `| [${code}](${link}) | ${name} | ${severity}${lowerable ? "" : ", always"} |`;
  });
  return ["| code | name | is |", "| --- | --- | --- |", ...rows].join("\n");
}

function printSection({ code, name, cause, fix, example }: CatalogueEntry): string {
  const folder = join(errors, example);
  const said = findDiagnostic(readFileSync(join(folder, "expected.txt"), "utf8"), code);
  const file = /^(\S+):\d+:\d+ - /.exec(said)?.[1] ?? placelessSource(folder);
  const source = file === undefined ? [] : [`\`${file}\`:`, fence(file, read(folder, file))];
  // Where the printed fix is more special, the general one is worth saying as well.
  const mend = said.includes(`Fix: ${fix}`) ? [] : [`**Fix:** ${fix}`];
  return [`## ${code} ${name}`, cause, ...source, fence("text", said), ...mend].join("\n\n");
}

/** The first diagnostic of a code among those that were printed for a case. */
function findDiagnostic(printed: string, code: string): string {
  const all = printed.split(/\n(?=(?:\S+:\d+:\d+ - )?(?:error|warning) RC\d+: )/);
  const found = all.find((one) => one.split("\n", 1)[0]?.includes(` ${code}: `));
  if (found === undefined) {
    throw new Error(`The fixture for ${code} does not print it.`);
  }
  return found.trimEnd();
}

/** What there is to see of a diagnostic that stands nowhere in particular: the options, or the tsconfig. */
function placelessSource(folder: string): string | undefined {
  return ["options.json", "tsconfig.json"].find((file) => existsSync(join(folder, file)));
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8").trimEnd();
}

function fence(file: string, text: string): string {
  return ["```" + (file.split(".").at(-1) ?? ""), text, "```"].join("\n");
}
