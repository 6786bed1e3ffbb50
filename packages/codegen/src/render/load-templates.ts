import { readFile } from "node:fs/promises";

import Handlebars from "handlebars";

import type { IndexView, ModuleView, SharedTypesView } from "../plan/views.js";

/** The compiled templates, by the file that they lay out. */
export interface Templates {
  readonly "client-module": (view: ModuleView) => string;
  readonly "shared-types": (view: SharedTypesView) => string;
  readonly index: (view: IndexView) => string;
}

/** Compiles the templates that ship with the package. A view without a field that a template mentions is a bug, and throws. */
export async function loadTemplates(): Promise<Templates> {
  // An instance of its own: the global one belongs to whoever else uses handlebars in this process.
  const handlebars = Handlebars.create();
  const load = async (name: keyof Templates) => {
    const source = await readFile(new URL(`../templates/${name}.hbs`, import.meta.url), "utf8");
    return handlebars.compile(source, { strict: true, noEscape: true });
  };
  return {
    "client-module": await load("client-module"),
    "shared-types": await load("shared-types"),
    index: await load("index"),
  };
}
