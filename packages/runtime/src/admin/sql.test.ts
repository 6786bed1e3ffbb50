import { describe, expect, test } from "vitest";
import { sql, type SqlValue, textOf } from "./sql.js";

const values: readonly (readonly [SqlValue, string])[] = [
  ["it's", " 'it''s' "],
  ["", " '' "],
  ["\\' or 1=1 --", " '\\'' or 1=1 --' "],
  [-1, " -1 "],
  [1e21, " 1e+21 "],
  [2n ** 64n, " 18446744073709551616 "],
  [false, " false "],
  [new Date(0), " timestamp '1970-01-01T00:00:00.000Z' "],
  [["a", 1], " ('a', 1) "],
  [[], " (select null where false) "],
  [sql`a = ${"b"}`, "a =  'b' "],
];

test.each(values)("%o is printed as %j", (value, text) => {
  expect(textOf(sql`${value}`)).toBe(text);
});

test("a value does not grow together with what it stands next to", () => {
  expect(textOf(sql`select 1-${-1}, e${"x"}`)).toBe("select 1- -1 , e 'x' ");
});

test("quotes and comments that end before a value are fine", () => {
  const text = textOf(sql`select 'it''s', "a""b" -- isn't
    /* it's */ where ${1}`);
  expect(text).toMatch(/where {2}1 $/);
});

const refused: Readonly<Record<string, () => unknown>> = {
  "inside of quotes": () => sql`select '%${"x"}%'`,
  "inside of a quoted name": () => sql`select "${"x"}"`,
  "inside of a text with escapes": () => sql`select e'\' ${"x"} \''`,
  "inside of a comment": () => sql`select -- ${"x"}`,
  "inside of a longer comment": () => sql`select /* ${"x"} */`,
  "inside of a comment around a comment": () => sql`select /* /* */ ${"x"} */`,
  "between dollars": () => sql`select $$${"x"}$$`,
};

test.each(Object.keys(refused))("a value is refused %s", (place) => {
  expect(refused[place]).toThrow("invalid sql: a value inside of quotes or a comment");
});

describe("what has no form is refused", () => {
  const odd = [NaN, Infinity, undefined, null, {}, new Date(NaN), Symbol("s"), [[1]]].map(
    (value) => [value],
  );
  test.each(odd)("%o", (value: unknown) => {
    // Those who do not compile can pass it.
    expect(() => sql`${value as never}`).toThrow("invalid sql value");
  });

  test("a part that was parsed from JSON", () => {
    const forged: unknown = JSON.parse('{"text":"1","Symbol(text)":"1"}');
    expect(() => sql`${forged as never}`).toThrow("invalid sql value");
  });

  test("plain text as a query", () => {
    expect(() => textOf("select 1" as never)).toThrow("invalid sql: use the tag");
  });
});
