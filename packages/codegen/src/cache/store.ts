import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { realDisk } from "../disk/real-disk.js";
import type { Basis } from "./basis.js";
import { digestOf } from "./digest-of.js";

/** Changes with the form of what is stored. */
const FORMAT = "restate-codegen cache 1";

/** What a run came to, and what that rests on. */
export interface Stored {
  readonly basis: Basis;
  /** Plain data. */
  readonly value: unknown;
}

/** A folder of things that need not be there. Nothing that goes wrong with it is worth a word. */
export interface Store {
  /** What was kept under a key; undefined if there is nothing, or if it is not as it was kept. */
  readonly read: (key: string) => Stored | undefined;
  /** Keeps something. A reader sees all of it or nothing, whoever else writes. */
  readonly write: (key: string, stored: Stored) => void;
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
    write: (key, stored) => {
      const file = fileOf(key);
      const temporary = `${file}.${String(process.pid)}.${crypto.randomUUID()}`;
      quietly(() => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(temporary, print(stored));
        renameSync(temporary, file);
      });
      quietly(() => rmSync(temporary, { force: true }));
    },
  };
}

/** The first line tells the form, the second the digest of the third. */
function print(stored: Stored): string {
  const text = JSON.stringify(stored);
  return `${FORMAT}\n${digestOf(text)}\n${text}`;
}

function parse(file: string): Stored | undefined {
  const [format, digest, text = ""] = file.split("\n");
  return format === FORMAT && digest === digestOf(text)
    ? // Nobody but us writes what has our digest in front.
      (JSON.parse(text) as Stored)
    : undefined;
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
