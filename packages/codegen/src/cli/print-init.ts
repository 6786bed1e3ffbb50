import type { InitResult } from "../index.js";
import { count } from "./count.js";
import type { Output } from "./io.js";
import { createPaint, type Paint } from "./paint.js";

/** Says what was found, what was done, and what to do next. */
export function printInit(result: InitResult, { color }: Pick<Output, "color">): string {
  const { usesSdk, files, installs, next } = result;
  const paint = createPaint(color);
  const paths = Math.max(...files.map(({ path }) => path.length));
  const width = Math.max(next.generate.length, next.check.length);
  const lines = [
    ...found(result),
    "",
    ...files.map(
      ({ path, done, about }) =>
        `  ${done.padEnd(8)}  ${path.padEnd(paths)}  ${paint(about, "dim")}`,
    ),
    ...(installs.length > 0 ? ["", "Install what is missing:", "", ...installs.map(indent)] : []),
    ...(usesSdk ? [] : ["", ...firstService(paint)]),
    "",
    "Then:",
    "",
    `  ${next.generate.padEnd(width)}  ${paint("writes the clients", "dim")}`,
    `  ${next.check.padEnd(width)}  ${paint("fails where they are out of date, for CI", "dim")}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function found({ usesSdk, definitions, projects }: InitResult): readonly string[] {
  const where = projects.join(", ");
  if (!usesSdk) {
    return [`There is no service, virtual object or workflow in ${where} yet.`];
  }
  return definitions.length === 0
    ? [`${where} uses Restate's SDK, but nothing that is defined could be read yet.`]
    : [`Found ${count(definitions.length, "definition")} in ${where}: ${definitions.join(", ")}.`];
}

/** Something to begin with. */
function firstService(paint: Paint): readonly string[] {
  const text = `import * as restate from "@restatedev/restate-sdk";

export const greeter = restate.service({
  name: "Greeter",
  handlers: {
    greet: async (_ctx: restate.Context, name: string) => \`Hello \${name}\`,
  },
});`;
  return ["Write a service, such as src/greeter.ts:", "", ...text.split("\n").map(indent)].map(
    (line) => paint(line, "dim"),
  );
}

function indent(line: string): string {
  return line === "" ? "" : `  ${line}`;
}
