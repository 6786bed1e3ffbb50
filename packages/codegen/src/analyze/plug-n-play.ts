import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { Project, ts, type FileSystemHost } from "ts-morph";

import { isInstalled } from "../paths/installed-package.js";

/** What Yarn's Plug'n'Play tells the programs that it runs. */
interface PnpApi {
  /** The folder of a package, as modules in another folder may import it. Throws where they may not. */
  resolveToUnqualified(packageName: string, issuer: string): string | null;
  /** Where a path really leads that only stands for one set of peer dependencies; `null` for any other path. */
  resolveVirtual(path: string): string | null;
}

/** Where to look for a path that may be one of a `node_modules` that is not there. */
export type Locate = (path: string) => string;

/**
 * Under Yarn's Plug'n'Play there is no `node_modules`, and TypeScript knows no other way to packages. This leads from
 * where a package would be to where it is. `undefined` where the project is installed in folders.
 */
export function plugNPlay(root: string): Locate | undefined {
  const api = findApi(root);
  return api && ((path) => (existsSync(path) ? path : whereItIs(path, api)));
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
export function isPlugged(folder: string): boolean {
  const parent = dirname(folder);
  return existsSync(join(folder, ".pnp.cjs")) || (parent !== folder && isPlugged(parent));
}

/** What TypeScript reads a tsconfig with, which may extend that of a package. */
export function configHost(root: string): ts.ParseConfigHost {
  const locate = plugNPlay(root);
  return locate
    ? {
        ...ts.sys,
        fileExists: (path) => ts.sys.fileExists(locate(path)),
        readFile: (path) => ts.sys.readFile(locate(path)),
      }
    : ts.sys;
}

/** The disk as it would be with a `node_modules`. */
export function fileSystemWith(locate: Locate): FileSystemHost {
  const disk = new Project().getFileSystem();
  const isContainer = (path: string) => /[\\/]node_modules(?:[\\/]@[^\\/]+)?$/.test(path);
  return Object.assign(Object.create(disk) as FileSystemHost, {
    readDirSync: (path: string) => disk.readDirSync(locate(path)),
    readFileSync: (path: string, encoding?: string) => disk.readFileSync(locate(path), encoding),
    fileExistsSync: (path: string) => disk.fileExistsSync(locate(path)),
    directoryExistsSync: (path: string) =>
      isContainer(path) || disk.directoryExistsSync(locate(path)),
    realpathSync: (path: string) => (isInstalled(path) ? locate(path) : disk.realpathSync(path)),
  });
}
