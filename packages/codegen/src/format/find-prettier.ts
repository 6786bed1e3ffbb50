import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { askForPackage } from "../disk/ask-for-modules.js";
import type { Disk } from "../disk/disk.js";
import { readManifest } from "../disk/read-manifest.js";
import { foldersAbove } from "../paths/folders-above.js";

/** What we use of prettier; versions 2 and 3 have it alike. */
export interface Prettier {
  /** The options for a file. */
  readonly resolveConfig: (
    path: string,
    options: { readonly editorconfig: boolean },
  ) => Promise<{ readonly plugins?: readonly unknown[] } | null>;
  /** The file that these options come from. */
  readonly resolveConfigFile: (path: string) => Promise<string | null>;
  /** Whether an ignore file names a file. */
  readonly getFileInfo: (
    path: string,
    options: { readonly ignorePath: string; readonly withNodeModules: boolean },
  ) => Promise<{ readonly ignored: boolean }>;
  /** Formats a text; throws or rejects where options or text make no sense. */
  readonly format: (text: string, options: object) => string | Promise<string>;
  /** Forgets the configurations that were read before. */
  readonly clearConfigCache: () => unknown;
}

/**
 * The prettier that formats a folder: the one that the nearest `package.json` names which names one, since versions
 * differ in what they make of a text; our own where none does. One that is installed because some package wants it counts
 * for nothing: package managers differ in where they put it. Rejects where a named one cannot be had.
 */
export async function findPrettier(folder: string, disk: Disk): Promise<Prettier> {
  const home = foldersAbove(folder).find((one) => namesPrettier(readManifest(one, disk)));
  if (home === undefined) {
    return import("prettier");
  }
  askForPackage("prettier", home, disk);
  const path = createRequire(join(home, "package.json")).resolve("prettier");
  // CommonJS in version 2 as in 3, and of the form above in both.
  const { default: prettier } = (await import(pathToFileURL(path).href)) as { default: Prettier };
  return prettier;
}

/** The `.prettierignore` that counts for a folder: the nearest, as for a prettier that runs where that stands. */
export function findIgnoreFile(folder: string, disk: Disk): string | undefined {
  return foldersAbove(folder)
    .map((one) => join(one, ".prettierignore"))
    .find((path) => disk.isFile(path));
}

function namesPrettier(manifest: Readonly<Record<string, unknown>> | undefined): boolean {
  return ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].some(
    (key) => {
      const names = manifest?.[key];
      return typeof names === "object" && names !== null && "prettier" in names;
    },
  );
}
