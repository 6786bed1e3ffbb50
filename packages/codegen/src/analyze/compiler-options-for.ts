import { dirname, join } from "node:path";

import { ts } from "ts-morph";

import type { Disk } from "../disk/disk.js";
import { relativePath } from "../paths/relative-path.js";
import { parseConfigAnyway } from "./parse-config.js";
import { withPackages } from "./plug-n-play.js";

/**
 * The compiler options that a file in a folder will be compiled with, whether or not there is one yet: those of the
 * nearest tsconfig, or, where that leaves its files to the ones that it refers to, of the first of these that includes
 * the folder. `undefined` where there is no tsconfig.
 */
export function compilerOptionsFor(folder: string, disk: Disk): ts.CompilerOptions | undefined {
  const nearest = ts.findConfigFile(folder, disk.isFile);
  if (nearest === undefined) {
    return undefined;
  }
  const file = join(folder, "index.ts");
  const configs = withReferences(nearest, holdingOnly(file, withPackages(disk, dirname(nearest))));
  // A tsconfig that includes other folders compiles what their files import, too.
  const config = configs.find((one) => isIn(file, one)) ?? configs.find((one) => !isSolution(one));
  return (config ?? configs[0])?.options;
}

/** The disk as if one file were all that there is to include. */
function holdingOnly(file: string, disk: Disk): Disk {
  return {
    ...disk,
    list: (folder) => {
      const [name = "..", ...further] = relativePath(file, folder).split("/");
      const kind = further.length > 0 ? "folder" : "file";
      return name === ".." ? [] : [{ name, kind, isLink: false }];
    },
    realPath: (path) => path,
  };
}

/** A tsconfig and those that it refers to, each before its own references. */
function withReferences(
  path: string,
  disk: Disk,
  seen = new Set<string>(),
): readonly ts.ParsedCommandLine[] {
  if (seen.has(path) || !disk.isFile(path)) {
    return [];
  }
  seen.add(path);
  const config = parseConfigAnyway(path, disk);
  const references = (config.projectReferences ?? []).map(ts.resolveProjectReferencePath);
  return [config, ...references.flatMap((one) => withReferences(one, disk, seen))];
}

function isIn(file: string, { fileNames }: ts.ParsedCommandLine): boolean {
  return fileNames.some((name) => relativePath(name, file) === ".");
}

/** Whether a tsconfig has no files of its own, and says so, as the ones that only refer to others do. */
function isSolution({ raw }: ts.ParsedCommandLine): boolean {
  const { files, include } = raw as {
    readonly files?: readonly string[];
    readonly include?: unknown;
  };
  return files?.length === 0 && include === undefined;
}
