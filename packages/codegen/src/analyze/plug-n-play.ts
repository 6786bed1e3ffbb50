import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import type { Disk } from "../disk/disk.js";
import { isInstalled } from "../paths/installed-package.js";

/** What Yarn's Plug'n'Play tells the programs that it runs. */
interface PnpApi {
  /** The folder of a package, as modules in another folder may import it. Throws where they may not. */
  resolveToUnqualified(packageName: string, issuer: string): string | null;
  /** Where a path really leads that only stands for one set of peer dependencies; `null` for any other path. */
  resolveVirtual(path: string): string | null;
}

/**
 * The disk as it would be with a `node_modules`: under Yarn's Plug'n'Play there is none, and TypeScript knows no other
 * way to packages. This leads from where a package would be to where it is. The same disk where the project is
 * installed in folders.
 */
export function withPackages(disk: Disk, root: string): Disk {
  const api = findApi(root);
  if (api === undefined) {
    return disk;
  }
  const locate = (path: string) =>
    disk.isFile(path) || disk.isFolder(path) ? path : whereItIs(path, api);
  const isContainer = (path: string) => /[\\/]node_modules(?:[\\/]@[^\\/]+)?$/.test(path);
  return {
    ...disk,
    readText: (path) => disk.readText(locate(path)),
    isFile: (path) => disk.isFile(locate(path)),
    isFolder: (path) => isContainer(path) || disk.isFolder(locate(path)),
    list: (path, files) => disk.list(locate(path), files),
    realPath: (path) => (isInstalled(path) ? locate(path) : disk.realPath(path)),
  };
}

function findApi(root: string): PnpApi | undefined {
  try {
    // It is there for whoever runs under Yarn, and is no package.
    return createRequire(join(root, "package.json"))("pnpapi") as PnpApi;
  } catch {
    return undefined;
  }
}

function whereItIs(path: string, api: PnpApi): string {
  const [, issuer, name, rest = ""] =
    /^(.*[\\/])node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/@]+)(.*)$/.exec(path) ?? [];
  if (issuer === undefined || name === undefined) {
    return path;
  }
  try {
    const folder = api.resolveToUnqualified(name, issuer);
    const found = folder === null ? path : join(folder, rest);
    const real = api.resolveVirtual(found);
    // A package of the workspace is a source, and has one path.
    return real === null || isInstalled(real) ? found : real;
  } catch {
    return path;
  }
}

/** Whether a folder belongs to a project without `node_modules`, whoever runs. */
export function isPlugged(folder: string, disk: Disk): boolean {
  const parent = dirname(folder);
  return disk.isFile(join(folder, ".pnp.cjs")) || (parent !== folder && isPlugged(parent, disk));
}
