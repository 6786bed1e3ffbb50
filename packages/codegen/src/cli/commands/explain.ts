import { catalogue, type CatalogueEntry } from "../../index.js";
import { nearestName } from "../../naming/nearest-name.js";
import { defineCommand } from "../command.js";

/** Says what the catalogue knows of a code, or lists all codes. */
export const explainCommand = defineCommand({
  name: "explain",
  describe: "Say what a diagnostic means and how to mend it, or list them all",
  word: {
    name: "code",
    describe: "Such as RC206",
    offers: catalogue.map(({ code }) => code),
  },
  flags: {},
  examples: [
    ["explain RC206", "What it means, and what to do"],
    ["explain", "All codes, one a line"],
  ],
  run: (_flags, io, code) => {
    if (code === undefined) {
      io.stdout.write(catalogue.map(printLine).join(""));
      return 0;
    }
    const entry = catalogue.find((one) => one.code === code.toUpperCase());
    if (!entry) {
      io.stderr.write(`There is no diagnostic ${code}. ${hint(code)}\n`);
      return 1;
    }
    io.stdout.write(printEntry(entry));
    return 0;
  },
});

function printLine({ code, severity, name }: CatalogueEntry): string {
  return `${code}  ${severity.padEnd(7)}  ${name}\n`;
}

function hint(code: string): string {
  const codes = catalogue.map((one) => one.code);
  const nearest = nearestName(code, codes);
  return nearest === undefined
    ? "`restate-codegen explain` lists them."
    : `Did you mean ${nearest}?`;
}

function printEntry({ code, name, severity, lowerable, cause, fix }: CatalogueEntry): string {
  return [
    `${code} ${name} (${severity})`,
    "",
    cause,
    "",
    `Fix: ${fix}`,
    "",
    ...(lowerable
      ? [
          `If all is well as it is, turn it off with \`--rule ${code}=off\`, or say why where it is reported:`,
          "",
          `  // restate-codegen-allow ${code}: the reason`,
        ]
      : ["No rule and no comment can lower it: nothing right could be written in spite of it."]),
    "",
  ].join("\n");
}
