import { join } from "node:path";

import type { Disk } from "../disk/disk.js";
import { disk as system } from "./file-system.js";
import { hasHeader } from "./has-header.js";
import { readContract, type Contract } from "./read-contract.js";
import { isCutOff } from "./staging.js";

/** What stands in the output folder before a run. */
export interface OutputFolder {
  /** The texts of the files that we wrote, by name. */
  readonly own: ReadonlyMap<string, string>;
  /** The names of files that somebody else wrote, sorted. */
  readonly foreign: readonly string[];
  /** What the contract in it says. */
  readonly contract: Contract;
  /** Whether a run was killed while it wrote here. */
  readonly cutOff: boolean;
}

/** Reads a folder that may not exist yet. Sub-folders are none of ours. */
export async function readOutputFolder(folder: string, disk: Disk): Promise<OutputFolder> {
  const own = new Map<string, string>();
  const foreign: string[] = [];
  for (const { name, kind, isLink } of disk.list(folder, /^/)) {
    // A link is somebody's, whatever it leads to: writing would replace it.
    const text = kind === "file" && !isLink ? disk.readText(join(folder, name)) : "";
    if (text === undefined) {
      // Another run deleted the file since it was listed.
      continue;
    }
    if (hasHeader(text)) {
      own.set(name, text);
    } else if (isLink || kind !== "folder") {
      foreign.push(name);
    }
  }
  return {
    own,
    foreign,
    contract: readContract(own.get("contract.json")),
    cutOff: await isCutOff(folder, system),
  };
}
