import { isDeepStrictEqual } from "node:util";

import type { WantedFile } from "./compare-files.js";

/** What has to be known of a definition to find its module; there is more. */
export interface NamedDefinition {
  readonly name: string;
  readonly clientName?: string | undefined;
  readonly declarations?: unknown;
}

/** What a contract says. */
export interface Contract {
  /** Each definition, with whatever the contract says of it. */
  readonly definitions: readonly NamedDefinition[];
  /** The names of the types that the clients share, by id. */
  readonly sharedNames: ReadonlyMap<string, string>;
  /** The digest of each other file as it was written, by name. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Reads the text of a `contract.json`; an empty contract where it is missing or cannot be read. */
export function readContract(text = ""): Contract {
  const contract = parse(text);
  return {
    definitions: asList(contract["definitions"]).filter(isNamed),
    sharedNames: new Map(asTexts(contract["types"]).map(([name, id]) => [id, name])),
    digests: new Map(asTexts(contract["files"])),
  };
}

/** Reads the contract among rendered files. */
export function contractIn(files: readonly WantedFile[]): Contract {
  return readContract(files.find(({ path }) => path === "contract.json")?.text);
}

/** Whether two contracts have the same definitions, in every detail. */
export function haveSameDefinitions(one: Contract, other: Contract): boolean {
  return isDeepStrictEqual(one.definitions, other.definitions);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    // A merge conflict, say: the next write mends it.
    return {};
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function asTexts(value: unknown): readonly (readonly [string, string])[] {
  return Object.entries(asRecord(value)).flatMap(([key, text]) =>
    typeof text === "string" ? [[key, text] as const] : [],
  );
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isNamed(value: unknown): value is NamedDefinition {
  const { name, clientName = "" } = asRecord(value);
  return typeof name === "string" && typeof clientName === "string";
}
