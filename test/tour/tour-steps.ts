/** One step of a tour: a file that is written, or a command and what it prints. */
export type Step =
  | { readonly kind: "file"; readonly path: string; readonly text: string }
  | { readonly kind: "command"; readonly line: string; readonly output: string };

/**
 * Reads the section "A tour" of a README: blocks of `typescript` with the file that they are, and of `console` with
 * commands behind a `$` and what they print below.
 */
export function readTour(markdown: string): readonly Step[] {
  return [...tourOf(markdown).matchAll(block)].flatMap(
    ([, language, path = "", text = ""]): readonly Step[] =>
      language === "console" ? readCommands(text) : [{ kind: "file", path, text }],
  );
}

/** The README with what the commands of its tour print now. */
export function writeTour(markdown: string, steps: readonly Step[]): string {
  const commands = [...steps.filter((step) => step.kind === "command")];
  const tour = tourOf(markdown);
  const written = tour.replaceAll(block, (whole, language: string, _path: string, text: string) => {
    if (language !== "console") {
      return whole;
    }
    const own = commands.splice(0, readCommands(text).length);
    return `\`\`\`console\n${own.map(({ line, output }) => `$ ${line}\n${output}`).join("")}\`\`\``;
  });
  return markdown.replace(tour, () => written);
}

const block = /^```(console|typescript)(?: (\S+))?\n(.*?)^```$/gms;

function tourOf(markdown: string): string {
  return /^## A tour\n.*?(?=^## )/ms.exec(markdown)?.[0] ?? "";
}

function readCommands(text: string): readonly Extract<Step, { readonly kind: "command" }>[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [line = "", ...output] = part.split("\n");
      return { kind: "command", line, output: output.join("\n") };
    });
}
