import { join } from "node:path";

import type { Disk } from "../disk/disk.js";
import type { PlannedFile } from "../plan/plan-files.js";
import { askForConfigurations } from "./ask-for-configurations.js";
import { forgetConfigurations, formatWithPrettier } from "./format.js";
import { loadTemplates, type Templates } from "./load-templates.js";

/** A file as it will be written. */
export interface RenderedFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly text: string;
}

/** A file that could not be formatted, and why. */
export interface RenderFailure {
  readonly path: string;
  readonly reason: string;
}

/** What came of rendering. */
export interface Rendered {
  readonly files: readonly RenderedFile[];
  readonly failures: readonly RenderFailure[];
}

/** What files are rendered for. */
export interface RenderOptions {
  /** Where they will stand, since that decides how they are formatted. */
  readonly folder: string;
  /** Plans the last file from the texts of the others. */
  readonly planLast: (files: readonly RenderedFile[]) => PlannedFile;
  readonly disk: Disk;
}

/** Turns planned files into text. */
export async function renderFiles(
  planned: readonly PlannedFile[],
  { folder, planLast, disk }: RenderOptions,
): Promise<Rendered> {
  const templates = await loadTemplates();
  await forgetConfigurations();
  await askForConfigurations(folder, disk);
  const files: RenderedFile[] = [];
  const failures: RenderFailure[] = [];
  const render = async (file: PlannedFile) => {
    const laidOut = layOut(file, templates);
    try {
      const text = await formatWithPrettier(join(folder, file.path), laidOut);
      files.push({ path: file.path, text });
    } catch (error) {
      failures.push({ path: file.path, reason: reasonOf(error) });
    }
  };
  for (const file of planned) {
    await render(file);
  }
  await render(planLast(files));
  return { files, failures };
}

function layOut(file: PlannedFile, templates: Templates): string {
  if (!("template" in file)) {
    return file.text;
  }
  return file.template === "index"
    ? templates.index(file.view)
    : templates["client-module"](file.view);
}

/** The first line, without the file in prettier that was looking for a plugin. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\n.*$/s, "").replace(/ imported from .*$/, ".");
}
