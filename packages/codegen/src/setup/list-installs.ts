import { dirname, join } from "node:path";

import type { Disk } from "../disk/disk.js";
import { foldersAbove } from "../paths/folders-above.js";
import { relativePath } from "../paths/relative-path.js";
import { shellWord } from "../paths/shell-word.js";
import { findInstalled } from "../write/find-installed.js";
import type { PackageManager } from "./package-manager.js";

/** Where to look for what is needed. */
export interface Needs {
  readonly cwd: string;
  /** What is read, and where the clients are written. */
  readonly targets: readonly { readonly project: string; readonly out: string }[];
  readonly disk: Disk;
  readonly manager: PackageManager;
}

/** The command lines that install what is missing where it is, exactly as the package manager in use wants them. */
export function listInstalls({ cwd, targets, disk, manager }: Needs): readonly string[] {
  const isMissing = ({ name, folder }: Need) => !findInstalled(folder, name, disk);
  const missing = targets
    .flatMap(needsOf)
    .filter(isMissing)
    .map(({ folder, name }) => ({ home: homeOf(folder, cwd, disk), name }));
  const install = (home: string) => {
    const names = missing.filter((one) => one.home === home).map(({ name }) => name);
    return inFolder(home, cwd, manager.add([...new Set(names)]));
  };
  return [
    ...(isMissing({ name: "restate-codegen", folder: cwd })
      ? [manager.addForDevelopment(["restate-codegen"])]
      : []),
    ...[...new Set(missing.map(({ home }) => home))].map(install),
  ];
}

/** A package that modules in a folder import. */
interface Need {
  readonly folder: string;
  readonly name: string;
}

function needsOf({ project, out }: Needs["targets"][number]): readonly Need[] {
  return [
    { folder: out, name: "@restate-codegen/runtime" },
    { folder: dirname(project), name: "@restatedev/restate-sdk" },
  ];
}

/** Where to install for a folder: in its package, which is as well done in the working directory if that is in it, too. */
function homeOf(folder: string, cwd: string, disk: Disk): string {
  const home = packageOf(folder, disk);
  return home === undefined || home === packageOf(cwd, disk) ? cwd : home;
}

function packageOf(folder: string, disk: Disk): string | undefined {
  return foldersAbove(folder).find((one) => disk.isFile(join(one, "package.json")));
}

function inFolder(folder: string, cwd: string, line: string): string {
  // What begins with a dash would be an option.
  const path = relativePath(folder, cwd).replace(/^-/, "./-");
  return folder === cwd ? line : `(cd ${shellWord(path)} && ${line})`;
}
