import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Disk } from "../disk/disk.js";

/** Asks for the generator itself, since what it writes depends on it: its code, and the versions of what it uses. */
export function askForGenerator(disk: Disk): void {
  const code = fileURLToPath(new URL("..", import.meta.url));
  askForCode(code, disk);
  const manifest = askForVersions(join(code, "../package.json"), disk);
  // ts-morph brings the compiler by way of another package.
  const morph = manifest.get("ts-morph");
  if (morph !== undefined) {
    askForVersions(morph, disk);
  }
}

function askForCode(folder: string, disk: Disk): void {
  for (const { name, kind } of disk.list(folder, /(?<!\.d)\.(?:ts|js|hbs)$/)) {
    const path = join(folder, name);
    if (kind === "folder") {
      askForCode(path, disk);
    } else {
      disk.readText(path);
    }
  }
}

/** Asks for the manifests of what a package depends on, and tells where they are. */
function askForVersions(manifest: string, disk: Disk): ReadonlyMap<string, string> {
  const { dependencies = {} } = JSON.parse(disk.readText(manifest) ?? "{}") as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  const found = Object.keys(dependencies).map(
    (name) => [name, findManifest(name, dirname(disk.realPath(manifest)), disk)] as const,
  );
  return new Map(
    found.flatMap(([name, path]) => (path === undefined ? [] : [[name, path] as const])),
  );
}

function findManifest(name: string, folder: string, disk: Disk): string | undefined {
  const path = join(folder, "node_modules", name, "package.json");
  const parent = dirname(folder);
  if (disk.readText(path) !== undefined) {
    return path;
  }
  return parent === folder ? undefined : findManifest(name, parent, disk);
}
