import type { PlannedFile } from "../plan/plan-files.js";
import { loadTemplates, type Templates } from "./load-templates.js";

/** A file as text. */
export interface RenderedFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly text: string;
}

/** Lays planned files out as text, which is right, but still to be formatted. */
export async function renderFiles(
  planned: readonly PlannedFile[],
): Promise<readonly RenderedFile[]> {
  const templates = await loadTemplates();
  return planned.map((file) => ({ path: file.path, text: layOut(file, templates) }));
}

function layOut(file: PlannedFile, templates: Templates): string {
  switch (file.template) {
    case "client-module":
      return templates["client-module"](file.view);
    case "shared-types":
      return templates["shared-types"](file.view);
    case "index":
      return templates.index(file.view);
  }
}
