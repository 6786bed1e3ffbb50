import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The texts of the files in a folder, by name. */
export function textsIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}
