import type { FileSystemHost } from "ts-morph";

import type { Disk } from "../disk/disk.js";
import { sourceNames } from "./parse-config.js";

/** Lets ts-morph ask the disk of the run. It never writes, so what would is refused. */
export function projectFiles(disk: Disk): FileSystemHost {
  const readFileSync = (path: string) => disk.readText(path) ?? notThere(path);
  const readDirSync = (path: string) =>
    disk.list(path, sourceNames).map(({ name, kind, isLink }) => ({
      name: `${path === "/" ? "" : path}/${name}`,
      isFile: kind === "file",
      isDirectory: kind === "folder",
      isSymlink: isLink,
    }));
  return {
    isCaseSensitive: () => process.platform !== "win32" && process.platform !== "darwin",
    getCurrentDirectory: () => process.cwd().replaceAll("\\", "/"),
    readFileSync,
    readFile: async (path) => Promise.resolve(readFileSync(path)),
    readDirSync,
    fileExistsSync: disk.isFile,
    fileExists: async (path) => Promise.resolve(disk.isFile(path)),
    directoryExistsSync: disk.isFolder,
    directoryExists: async (path) => Promise.resolve(disk.isFolder(path)),
    realpathSync: disk.realPath,
    glob: refuse,
    globSync: refuse,
    delete: refuse,
    deleteSync: refuse,
    writeFile: refuse,
    writeFileSync: refuse,
    mkdir: refuse,
    mkdirSync: refuse,
    move: refuse,
    moveSync: refuse,
    copy: refuse,
    copySync: refuse,
  };
}

function refuse(): never {
  throw new Error(
    "Analysing changes nothing, and looks for nothing that the tsconfig does not include.",
  );
}

/** Told from other errors by its code. */
function notThere(path: string): never {
  throw Object.assign(new Error(`ENOENT: no such file or directory: ${path}`), { code: "ENOENT" });
}
