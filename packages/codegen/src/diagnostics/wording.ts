/** Text of the user's, marked as code; a template literal has the marks already. */
export function code(text: string): string {
  return text.includes("`") ? text : `\`${text}\``;
}

/** `a` or `an`, as the noun sounds. */
export function article(noun: string): string {
  return /^[aeiou]/i.test(noun) && !noun.startsWith("U") ? "an" : "a";
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Names at most three, so that a message stays a sentence. */
export function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown}, …` : shown;
}

/** The text as a sentence starts. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
