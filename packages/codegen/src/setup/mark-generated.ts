/**
 * Adds lines to a `.gitattributes` by which clients keep their line ends in every checkout and are folded in diffs on
 * GitHub. Folders that it mentions already are left as they are.
 */
export function markGenerated(text: string, folders: readonly string[]): string {
  const known = text.split("\n").map((line) => /^\s*\/?("[^"]*"|\S+)/.exec(line)?.[1]);
  const missing = folders
    // What Git would take for a wildcard, a comment or a negation is a part of the name.
    .map((folder) => `${folder.replace(/[[*?\\]|^[#!]/g, "\\$&")}/**`)
    .map((pattern) => (/\s/.test(pattern) ? JSON.stringify(pattern) : pattern))
    .filter((pattern) => !known.includes(pattern));
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return start + missing.map((one) => `${one} text eol=lf linguist-generated\n`).join("");
}
