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
