import { catalogue } from "../index.js";
import { nearestName } from "../naming/nearest-name.js";
import type { Io } from "./run.js";

/** Says what the catalogue knows of a code, or lists all codes. Returns the exit code. */
export function explain(code: string | undefined, io: Io): number {
  if (code === undefined) {
    io.stdout(
      catalogue.map((one) => `${one.code}  ${one.severity.padEnd(7)}  ${one.name}\n`).join(""),
    );
    return 0;
  }
  const entry = catalogue.find((one) => one.code === code.toUpperCase());
  if (!entry) {
    const nearest = nearestName(
      code,
      catalogue.map((one) => one.code),
    );
    const hint =
      nearest === undefined ? "`restate-codegen explain` lists them." : `Did you mean ${nearest}?`;
    io.stderr(`There is no diagnostic ${code}. ${hint}\n`);
    return 1;
  }
  const { name, severity, lowerable, cause, fix } = entry;
  io.stdout(
    [
      `${entry.code} ${name} (${severity})`,
      "",
      cause,
      "",
      `Fix: ${fix}`,
      "",
      ...(lowerable
        ? [
            `If all is well as it is, turn it off with \`--rule ${entry.code}=off\`, or say why where it is reported:`,
            "",
            `  // restate-codegen-allow ${entry.code}: the reason`,
          ]
        : ["No rule and no comment can lower it: nothing right could be written in spite of it."]),
      "",
    ].join("\n"),
  );
  return 0;
}
