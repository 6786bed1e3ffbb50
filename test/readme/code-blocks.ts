/** A fenced block of a Markdown file. */
export interface CodeBlock {
  /** The first word after the fence: `ts`, `sh`; empty where there is none. */
  readonly language: string;
  /** The second word: blocks of one file that share it belong together. */
  readonly group: string | undefined;
  /** The line of the Markdown file that the text starts on, counted from 1. */
  readonly line: number;
  /** What is between the fences. */
  readonly text: string;
}

/** Lists the fenced blocks of a Markdown file, those inside of lists included. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  const fenced = /^( *)```([^\n`]*)\n(.*?)^\1```$/gms;
  return [...markdown.matchAll(fenced)].map((match) => {
    const [language = "", group] = (match[2] ?? "").trim().split(/\s+/);
    const before = markdown.slice(0, match.index);
    return { language, group, line: before.split("\n").length + 1, text: match[3] ?? "" };
  });
}

/**
 * Turns the `ts` blocks of a file into modules: those of a group together, any other alone. Each
 * line keeps the number that it has in the Markdown file, so that an error points there.
 */
export function modulesOf(markdown: string): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  for (const { language, group, line, text } of codeBlocks(markdown)) {
    if (language === "ts") {
      const name = group ?? `line-${line}`;
      const before = modules.get(name) ?? "";
      const padding = "\n".repeat(line - before.split("\n").length);
      modules.set(name, before + padding + text);
    }
  }
  return modules;
}

/** Lists the commands of the `sh` blocks of a file, without prompts, comments and line breaks. */
export function commandsOf(markdown: string): readonly string[] {
  return codeBlocks(markdown)
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.replaceAll(/\\\n\s*/g, "").split("\n"))
    .map((line) =>
      line
        .replace(/^\s*\$ /, "")
        .replace(/(^|\s)#.*$/, "")
        .trim(),
    )
    .filter((line) => line !== "");
}
