import type { Disk } from "../disk/disk.js";
import { findInstalled } from "../write/find-installed.js";
import type { PackageManager } from "./package-manager.js";

/** Where to look for what is needed. */
export interface Needs {
  readonly cwd: string;
  /** The output folders. */
  readonly outs: readonly string[];
  readonly disk: Disk;
  readonly manager: PackageManager;
}

/** The command lines that install what is missing, exactly as the package manager in use wants them. */
export function listInstalls({ cwd, outs, disk, manager }: Needs): readonly string[] {
  const isMissing = (name: string, folder: string) => !findInstalled(folder, name, disk);
  // The packages that hold the clients of several targets each install for themselves.
  const [out = cwd, ...others] = outs;
  const used = [
    ...(others.length === 0 && isMissing("@restate-codegen/runtime", out)
      ? ["@restate-codegen/runtime"]
      : []),
    ...(others.length === 0 && isMissing("@restatedev/restate-sdk", cwd)
      ? ["@restatedev/restate-sdk"]
      : []),
  ];
  return [
    ...(isMissing("restate-codegen", cwd) ? [manager.addForDevelopment(["restate-codegen"])] : []),
    ...(used.length > 0 ? [manager.add(used)] : []),
  ];
}
