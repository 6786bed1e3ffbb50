import { refuse } from "../error.js";

/** The key of a query's text. Nothing that was parsed from JSON has it. */
const text: unique symbol = Symbol.for("@restate-codegen/runtime/admin: SQL");

/** A query, or a part of one, as the tag `sql` makes it. */
export interface Sql {
  /** What is sent. */
  readonly [text]: string;
}

/** What a query may hold beside its own text. Compare with null by `is null`. */
export type SqlValue = SqlScalar | readonly SqlScalar[] | Sql;

/** A single value. */
export type SqlScalar = string | number | bigint | boolean | Date;

/**
 * Makes a query, in which each value is quoted. A list is for `in`, and may be empty; another `sql` is a part of it.
 *
 * @throws an `IngressError` of source `request` for a value that SQL has no form for, or where a value stands inside of
 *   quotes or a comment.
 */
export function sql(parts: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  const isWhole = parts.every((part) => !UNFINISHED.test(part.replaceAll(FINISHED, " ")));
  return isWhole
    ? { [text]: parts.reduce((before, part, i) => before + print(values[i - 1]) + part) }
    : refuse("sql: a value inside of quotes or a comment");
}

/** Returns the text of a query. */
export function textOf(query: Partial<Sql>): string {
  return query[text] ?? refuse("sql: use the tag");
}

/** Texts, quoted names and comments. One that begins after a letter has escapes, which are none of ours. */
const FINISHED = /(?<!\w)'[^']*'|"[^"]*"|--[^\n]*\n|\/\*[^]*?\*\//g;

/** What begins one of these. */
const UNFINISHED = /['"$]|--|\/\*|\*\//;

// The blanks keep a value from growing together with what it stands next to.
function print(value: SqlValue | undefined): string {
  if (Array.isArray(value)) {
    const list = value.map(printScalar).join(", ");
    return ` (${list || "select null where false"}) `;
  }
  const known = Object(value) as Partial<Sql>;
  return known[text] ?? ` ${printScalar(value)} `;
}

function printScalar(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return Number.isFinite(value) ? String(value) : refuse("sql value");
    case "bigint":
    case "boolean":
      return String(value);
    default:
      return value instanceof Date && !Number.isNaN(value.getTime())
        ? `timestamp ${quote(value.toISOString())}`
        : refuse("sql value");
  }
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
