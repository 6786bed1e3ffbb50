import { statSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";

import { basisOf } from "./cache/basis.js";
import { openStore } from "./cache/store.js";
import { traceDisk } from "./cache/trace-disk.js";
import { findKept } from "./cached-generate.js";
import { configFilesFor } from "./config/config-file.js";
import type { LoadedConfig } from "./config/load-config.js";
import { resolveOptions } from "./config/resolve-options.js";
import { askForModules } from "./disk/ask-for-modules.js";
import type { Disk } from "./disk/disk.js";
import type { GenerateResult } from "./generate-result.js";
import { commandKey, type CommandLine, type KeptCommand, type Printed } from "./recall-command.js";

/** What a command found that had nothing to do. */
export interface NothingToDo {
  readonly config: LoadedConfig;
  /** Of each target of the config, in their order. */
  readonly results: readonly GenerateResult[];
}

/** Keeps what a command printed, if it had nothing to do, so that the next one with the same words need not look again. */
export function keepCommand(
  command: CommandLine,
  printed: Printed,
  { config, results }: NothingToDo,
): void {
  const kept = config.targets.map(({ options }, index) => {
    const result = results[index];
    return result && findKept(options, result);
  });
  const { disk, trace } = traceDisk();
  askForConfig(config, command.cwd, disk);
  const all = trace();
  const isOld = config.dependencies.every(isOlderThanThisProcess);
  // Without a result, nothing would ask whether the generator is still the same.
  const isWhole = kept.length > 0 && kept.every((one) => one !== undefined);
  if (all.gap === undefined && isOld && isWhole) {
    const value: KeptCommand = { printed, results: kept };
    const basis = basisOf(all, { out: command.cwd, files: [], isCircular: true });
    openStore(command.cwd)?.write(commandKey(command), { basis, value });
  }
}

/** Asks for all that decides which targets there are, and what their options come to. */
function askForConfig({ file, targets }: LoadedConfig, cwd: string, disk: Disk): void {
  for (const path of configFilesFor(cwd)) {
    disk.isFile(path);
  }
  if (file !== undefined) {
    disk.readText(file);
    if (extname(file) !== ".json") {
      askForModules(file, disk);
    }
  }
  for (const { options } of targets) {
    const { project, out } = resolveOptions(options);
    for (const path of [
      cwd,
      dirname(resolve(cwd, options.project ?? ".")),
      dirname(project),
      out,
    ]) {
      disk.realPath(path);
    }
    // By which the default output folder is chosen.
    disk.isFolder(resolve(dirname(project), "src"));
  }
}

/** What changed since then may not be what this process read. */
function isOlderThanThisProcess(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.ctimeMs < performance.timeOrigin;
}
