import { dirname } from "node:path";

import type { Disk } from "../disk/disk.js";
import { installedPackage, isInstalled } from "../paths/installed-package.js";
import { readManifest } from "../disk/read-manifest.js";

/** A package that a file belongs to. */
export interface Package {
  /** Empty where nothing says a name. */
  readonly name: string;
  /** Whether a package manager put it there, so that it is none of the user's own. */
  readonly installed: boolean;
}

/** Tells which package a file belongs to: by its path or, where that does not tell, by the manifest above it. */
export type Packages = (file: string) => Package;

/** Creates what tells. One per run, since it remembers what it told. */
export function createPackages(disk: Disk): Packages {
  const names = new Map<string, string>();

  const nameAbove = (folder: string): string => {
    // One without a name says only how the modules below it are meant.
    const own = names.get(folder) ?? readManifest(folder, disk)?.["name"];
    const parent = dirname(folder);
    const name = typeof own === "string" ? own : folder === parent ? "" : nameAbove(parent);
    names.set(folder, name);
    return name;
  };

  const packages = new Map<string, Package>();
  return (file) => {
    const found = packages.get(file) ?? {
      name: installedPackage(file) ?? nameAbove(dirname(file)),
      installed: isInstalled(file),
    };
    packages.set(file, found);
    return found;
  };
}
