import { dirname, extname, join } from "node:path";

import { askForImport, askForModules } from "../disk/ask-for-modules.js";
import type { Disk } from "../disk/disk.js";
import { isInside } from "../paths/relative-path.js";
import type { Prettier } from "./find-prettier.js";

/** Where prettier looks for a configuration, in each folder on the way up; the first folder that has one wins. */
const configNames = [
  "package.json",
  "package.yaml",
  ".prettierrc",
  ...["json", "yaml", "yml", "json5", "toml"].map((extension) => `.prettierrc.${extension}`),
  ...["js", "ts", "mjs", "mts", "cjs", "cts"].flatMap((extension) => [
    `.prettierrc.${extension}`,
    `prettier.config.${extension}`,
  ]),
];

/** Where prettier looks in every folder on the way up. The last ones tell it where a repository ends. */
const otherNames = [".editorconfig", ".prettierignore", ".gitignore", ".git", ".hg", ".sl", ".jj"];

/** Asks for all that decides how prettier formats a file in the folder, since prettier asks the disk itself. */
export async function askForConfigurations(
  prettier: Prettier,
  folder: string,
  disk: Disk,
): Promise<void> {
  const file = join(folder, "index.ts");
  const config = await prettier.resolveConfigFile(file).catch(() => null);
  askAbove(folder, config === null ? undefined : dirname(config), disk);
  if (config !== null) {
    askForCode(config, disk);
    const options = await prettier.resolveConfig(file, { editorconfig: true }).catch(() => null);
    if (options?.plugins !== undefined && options.plugins.length > 0) {
      disk.giveUp("what prettier's plugins read is not known");
    }
  }
}

function askAbove(folder: string, home: string | undefined, disk: Disk): void {
  const isAtOrBelow = home === undefined || folder === home || isInside(folder, home);
  for (const name of isAtOrBelow ? configNames : []) {
    disk.readText(join(folder, name));
  }
  for (const name of otherNames) {
    const path = join(folder, name);
    if (disk.readText(path) === undefined) {
      disk.isFolder(path);
    }
  }
  const parent = dirname(folder);
  if (parent !== folder) {
    askAbove(parent, home, disk);
  }
}

/** A configuration may be code, or name a package that holds it. */
function askForCode(config: string, disk: Disk): void {
  if (/^\.[cm]?[jt]s$/.test(extname(config))) {
    askForModules(config, disk);
    return;
  }
  const text = disk.readText(config) ?? "";
  const shared =
    /"prettier"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? /^\s*["']?([\w@./-]+)["']?\s*$/.exec(text)?.[1];
  if (shared !== undefined) {
    askForImport(shared, config, disk);
  }
}
