import Handlebars from "handlebars";

import type { TemplateSource } from "./find-templates.js";
import { TemplateError } from "./template-error.js";

/** Lays out a view with the template of a name; throws a {@link TemplateError}. */
export type LayOut = (name: string, view: object) => string;

/** Compiles templates, which can print each other by `{{> name}}`. What a view does not have is an error in all of them. */
export function compileTemplates(sources: readonly TemplateSource[]): LayOut {
  // An instance of its own: the global one belongs to whoever else uses handlebars in this process.
  const handlebars = Handlebars.create();
  for (const name of ["each", "if", "unless", "with"]) {
    handlebars.registerHelper(name, strict(handlebars.helpers[name]));
  }
  for (const source of sources) {
    const template = handlebars.compile(source.text, { strict: true, noEscape: true });
    handlebars.registerPartial(source.name, blamed(template, source));
  }
  return (name, view) => handlebars.compile(`{{> ${name}}}`)(view);
}

/** Handlebars is strict about what is printed, but takes what is not there for false or empty. */
function strict(helper: Handlebars.HelperDelegate | undefined): Handlebars.HelperDelegate {
  return function (this: unknown, ...args: unknown[]): unknown {
    const [value] = args;
    if (value === undefined) {
      // What handlebars adds to every call.
      const { name, loc } = args.at(-1) as { readonly name: string; readonly loc: Location };
      throw Object.assign(new Error(`\`#${name}\` is given what its view does not have`), {
        lineNumber: loc.start.line,
        column: loc.start.column,
      });
    }
    return helper && Reflect.apply(helper, this, args);
  };
}

interface Location {
  readonly start: { readonly line: number; readonly column: number };
}

/** Lets errors say which template is to blame: one of the user's where there is one, else the one that fails. */
function blamed(
  template: Handlebars.TemplateDelegate,
  source: TemplateSource,
): Handlebars.TemplateDelegate {
  return (view: unknown, options) => {
    try {
      return template(view, options);
    } catch (error) {
      const isSettled =
        error instanceof TemplateError &&
        (error.source.file !== undefined || source.file === undefined);
      throw isSettled ? error : new TemplateError(source, error);
    }
  };
}
