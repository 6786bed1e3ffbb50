import { dirname, join } from "node:path";

import type { Blame } from "../../diagnostics/blame.js";
import type { Disk } from "../../disk/disk.js";
import { isInstalled } from "../../paths/installed-package.js";
import { readManifest } from "../../disk/read-manifest.js";
import type { Culprit } from "./find-culprit.js";

/** Says what is wrong with an import that TypeScript can make nothing of, as far as the disk tells. */
export function explainImport({ specifier, exported }: Culprit, disk: Disk): Blame {
  const name = specifier.text;
  const from = specifier.getSourceFile().fileName;
  const at = { specifier: name, importedIn: from };
  const packageName = /^(?:@[^/]+\/)?[^./@#~][^/]*/.exec(name)?.[0];
  if (packageName === undefined) {
    return { ...at, problem: exported === undefined ? "no-file" : "no-export", exported };
  }
  const folder = findPackage(packageName, dirname(from), disk);
  if (folder === undefined) {
    return { ...at, problem: "not-installed", packageName };
  }
  if (/^@?prisma\//.test(name) || disk.isFolder(join(folder, "../../.prisma"))) {
    return { ...at, problem: "not-generated", packageName, exported };
  }
  if (exported !== undefined) {
    return { ...at, problem: "no-export", exported };
  }
  const types = typesOf(folder, name.slice(packageName.length + 1), disk);
  // A package of the workspace is linked, and what it really is stands among the sources.
  const isOurs = !isInstalled(disk.realPath(join(folder, "package.json")));
  return types !== undefined && !disk.isFile(join(folder, types))
    ? { ...at, problem: isOurs ? "not-built" : "incomplete", packageName, types }
    : { ...at, problem: "no-types", packageName };
}

/** The folder of an installed or linked package, as modules in `folder` find it. */
function findPackage(name: string, folder: string, disk: Disk): string | undefined {
  const found = join(folder, "node_modules", name);
  const parent = dirname(folder);
  return disk.isFile(join(found, "package.json"))
    ? found
    : parent === folder
      ? undefined
      : findPackage(name, parent, disk);
}

/** Where a package's manifest promises its types, or those of one of its entry points. */
function typesOf(folder: string, entry: string, disk: Disk): string | undefined {
  const { exports, types, typings } = readManifest(folder, disk) ?? {};
  const entries = isRecord(exports) && "." in exports ? exports : { ".": exports };
  const promised = findTypes(entries[entry === "" ? "." : `./${entry}`]);
  return promised ?? [types, typings].find((path) => typeof path === "string");
}

function findTypes(target: unknown): string | undefined {
  if (!isRecord(target)) {
    return undefined;
  }
  const { types } = target;
  return typeof types === "string"
    ? types
    : Object.values(target)
        .map(findTypes)
        .find((path) => path !== undefined);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
