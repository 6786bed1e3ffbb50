import { digest } from "./digest.js";
import type { Contract } from "./read-contract.js";
import type { WantedFile } from "./compare-files.js";

/** The digests that the contract is to name: those of the new texts, and those that files which stay had. */
export function writtenDigests(
  files: readonly WantedFile[],
  kept: readonly string[],
  { digests }: Contract,
): ReadonlyMap<string, string> {
  return new Map([
    ...[...digests].filter(([path]) => kept.includes(path)),
    ...files.map(({ path, text }) => [path, digest(text)] as const),
  ]);
}

/**
 * Puts the digests of the final texts into a contract that was formatted along with the other files, when those were
 * not final: `before` has them as they were, in the same order. Digests have one length, so nothing else changes.
 */
export function renewDigests(
  files: readonly WantedFile[],
  before: readonly WantedFile[],
): readonly WantedFile[] {
  const digests = new Map(
    before.map(({ text }, index) => [digest(text), digest(files[index]?.text ?? "")]),
  );
  const renew = (text: string) =>
    text.replaceAll(/\b[0-9a-f]{16}\b/g, (old) => digests.get(old) ?? old);
  return files.map((file) =>
    file.path === "contract.json" ? { ...file, text: renew(file.text) } : file,
  );
}
