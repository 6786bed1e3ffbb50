/** A string as a literal. JSON's rules are JavaScript's, but for two line separators that some tools still trip over. */
export function quote(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** A property's name, quoted where it is not an identifier. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

/** The fixed text of a template literal, with what would end or interrupt it escaped. */
export function templateText(text: string): string {
  return quote(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll(/`|\$\{/g, "\\$&");
}

/** Text for the inside of a line comment, on one line. */
export function lineComment(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

/** Lines inside of braces, for readers of what no formatter sees. */
export function indent(lines: string): string {
  return lines.replaceAll(/^(?=.)/gm, "  ");
}
