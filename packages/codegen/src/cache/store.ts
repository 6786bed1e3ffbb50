import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { realDisk } from "../disk/real-disk.js";
import type { Basis } from "./basis.js";
import { digestOf } from "./digest-of.js";

/** Changes with the form of what is stored. */
const FORMAT = "restate-codegen cache 2";

/** Something that was found out, and what that rests on. */
export interface Finding {
  readonly basis: Basis;
  /** Plain data. */
  readonly value: unknown;
}

/** A finding as it is kept. */
export interface Stored {
  readonly basis: Basis;
  /** Reads the value. */
  readonly value: () => unknown;
  /** Tells the value from every other. */
  readonly digest: string;
}

/** A folder of things that need not be there. Nothing that goes wrong with it is worth a word. */
export interface Store {
  /** What was kept under a key; undefined if there is nothing, or if it is not as it was kept. */
  readonly read: (key: string) => Stored | undefined;
  /** Keeps something. A reader sees all of it or nothing, whoever else writes. */
  readonly write: (key: string, finding: Finding) => void;
}

/** The store of the package that a folder is in; undefined where nothing is installed. */
export function openStore(folder: string): Store | undefined {
  const modules = findModules(folder);
  return modules === undefined ? undefined : storeIn(join(modules, ".cache/restate-codegen"));
}

function findModules(folder: string): string | undefined {
  const modules = join(folder, "node_modules");
  const parent = dirname(folder);
  return realDisk.isFolder(modules) ? modules : parent === folder ? undefined : findModules(parent);
}

function storeIn(folder: string): Store {
  const fileOf = (key: string) => join(folder, `${digestOf(key)}.txt`);
  return {
    read: (key) => quietly(() => parse(readFileSync(fileOf(key), "utf8"))),
    write: (key, finding) => {
      const file = fileOf(key);
      const temporary = `${file}.${String(process.pid)}.${crypto.randomUUID()}`;
      quietly(() => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(temporary, print(finding));
        renameSync(temporary, file);
      });
      quietly(() => rmSync(temporary, { force: true }));
    },
  };
}

/** Four lines: the form, the digests of the other two, what the finding rests on, and its value. */
function print({ basis, value }: Finding): string {
  const texts = [JSON.stringify(basis), JSON.stringify(value)];
  return [FORMAT, texts.map(digestOf).join(" "), ...texts].join("\n");
}

function parse(file: string): Stored | undefined {
  const [format, digests, basis = "", value = ""] = file.split("\n");
  const digest = digestOf(value);
  if (format !== FORMAT || digests !== `${digestOf(basis)} ${digest}`) {
    return undefined;
  }
  // Nobody but us writes what has our digests in front.
  return { basis: JSON.parse(basis) as Basis, value: () => JSON.parse(value) as unknown, digest };
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
