import stringWidth from "string-width";

import type { DefinitionOverview, HandlerOverview, TypeOverview } from "../index.js";
import type { Output } from "./io.js";
import { createPaint, type Paint } from "./paint.js";
import { printTable, type Table } from "./print-table.js";
import { count } from "./count.js";

/** Prints what a project defines: for each definition a table of its handlers, and one of their types. */
export function printInspection(
  overviews: readonly DefinitionOverview[],
  { color, columns = Infinity }: Pick<Output, "color" | "columns">,
): string {
  const paint = createPaint(color);
  const handlers = overviews.flatMap((one) => one.handlers);
  const total = `${count(overviews.length, "definition")} with ${count(handlers.length, "handler")}.`;
  return [...overviews.map((one) => printDefinition(one, columns, paint)), `${total}\n`].join("\n");
}

function printDefinition(
  { name, traits, place, handlers, types }: DefinitionOverview,
  columns: number,
  paint: Paint,
): string {
  const title = `${paint(name, "bold")}  ${traits.join(", ")}`;
  const link = paint(place, "cyan");
  const fits = stringWidth(`${title}  ${link}`) <= columns;
  const tables = [handlerTable(handlers, paint), typeTable(types, paint)];
  return [
    `${title}${fits ? "  " : "\n"}${link}`,
    "",
    ...tables
      .filter(({ rows }) => rows.length > 0)
      .map((table) => `${indent(printTable(table, columns - margin.length))}\n`),
  ].join("\n");
}

function handlerTable(handlers: readonly HandlerOverview[], paint: Paint): Table {
  return {
    columns: [
      { title: paint("handler", "dim") },
      { title: paint("kind", "dim") },
      { title: paint("takes", "dim"), breakable: true },
      { title: paint("gives", "dim"), breakable: true },
      { title: paint("defined at", "dim") },
    ],
    rows: handlers.map(({ name, traits, input = "", output = "", place }) => [
      paint(name, "bold"),
      traits.join(", "),
      shorten(input),
      shorten(output),
      paint(place, "cyan"),
    ]),
  };
}

function typeTable(types: readonly TypeOverview[], paint: Paint): Table {
  return {
    columns: [
      { title: paint("type", "dim") },
      { title: paint("is", "dim"), breakable: true },
      { title: paint("defined at", "dim") },
    ],
    rows: types.map(({ name, text, place }) => [
      paint(name, "bold"),
      shorten(text),
      paint(place, "cyan"),
    ]),
  };
}

/** What is longer is better read where it is defined. */
const longest = 200;

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const margin = "  ";

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, margin);
}
