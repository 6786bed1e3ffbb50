import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import type { Disk } from "../disk/disk.js";
import { nearestName } from "../naming/nearest-name.js";
import { relativePath } from "../paths/relative-path.js";

/** A template before it is compiled. */
export interface TemplateSource {
  /** `client-module` */
  readonly name: string;
  readonly text: string;
  /** The user's file, as messages show it; absent where the template is ours. */
  readonly file?: string | undefined;
}

/** Where to look for templates. */
export interface TemplatesPlace {
  /** The folder with the user's, absolute, if there is one. */
  readonly templates?: string | undefined;
  /** What shown paths are relative to, absolute. */
  readonly cwd: string;
}

/** The templates that count: ours, or those of the user's folder that have the same names. */
export async function findTemplates(
  { templates: folder, cwd }: TemplatesPlace,
  disk: Disk,
): Promise<{
  readonly sources: readonly TemplateSource[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const ours = await readOurs();
  if (folder === undefined) {
    return { sources: ours, diagnostics: [] };
  }
  if (!disk.isFolder(folder)) {
    const missing = messages.templatesNotFound(relativePath(folder, cwd));
    return { sources: ours, diagnostics: [diagnose(missing)] };
  }
  const known = ours.map(({ name }) => name);
  const own = readOwn(folder, disk).map((one) => ({ ...one, file: relativePath(one.file, cwd) }));
  return {
    sources: ours.map((source) => own.find(({ name }) => name === source.name) ?? source),
    diagnostics: own
      .filter(({ name }) => !known.includes(name))
      .map(({ name, file }) =>
        diagnose(messages.unknownTemplate(file, nearestName(name, known), known)),
      ),
  };
}

/** Those that ship with the package. */
async function readOurs(): Promise<readonly TemplateSource[]> {
  const folder = new URL("../templates/", import.meta.url);
  const files = (await readdir(folder)).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: basename(file, ".hbs"),
      text: await readFile(new URL(file, folder), "utf8"),
    })),
  );
}

function readOwn(folder: string, disk: Disk) {
  return disk
    .list(folder, /\.hbs$/)
    .filter(({ kind }) => kind === "file")
    .map(({ name }) => {
      const file = join(folder, name);
      return { name: basename(name, ".hbs"), text: disk.readText(file) ?? "", file };
    });
}
