import type { Doc } from "../model/doc.js";

/** Prints a doc comment and the line break behind it; nothing for no doc. Text that would end the comment is escaped. */
export function printDoc(doc: Doc | undefined): string {
  const lines = [
    ...(doc?.text ? [doc.text] : []),
    ...(doc?.text && doc.tags.length > 0 ? [""] : []),
    ...(doc?.tags ?? []).map(({ name, text }) => `@${name}${text && ` ${text}`}`),
  ]
    .join("\n")
    .replaceAll("*/", "*\\/")
    .split(/\r?\n/);
  const [first = "", ...others] = lines;
  if (others.length === 0) {
    return first && `/** ${first} */\n`;
  }
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */", ""].join("\n");
}
