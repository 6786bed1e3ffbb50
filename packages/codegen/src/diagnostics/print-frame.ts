import stringWidth from "string-width";

import type { SourceRange } from "../model/source-range.js";

/** Prints the line that a range stands in, at most `width` columns of it, and marks the range beneath. */
export function printFrame(
  { line, column, length, text }: SourceRange,
  width: number,
  paint: { readonly gutter: Paint; readonly marker: Paint },
): readonly string[] {
  const number = String(line);
  const start = column - 1;
  const room = Math.max(20, width - number.length - 1);
  // Of a minified file nothing but the surroundings is worth measuring.
  const reach = room * 20;
  const visible = text.replaceAll(/[^\P{Cc}\t]/gu, "·");
  const parts = [
    visible.slice(Math.max(0, start - reach), start),
    visible.slice(start, start + Math.min(length, reach)),
    visible.slice(start + length, start + length + reach),
  ] as const;
  const [before, marked, after] = clip(parts, room);
  return [
    `${paint.gutter(number)} ${before}${marked}${after}`,
    `${paint.gutter(" ".repeat(number.length))} ${blank(before)}${paint.marker("~".repeat(Math.max(1, stringWidth(marked))))}`,
  ];
}

type Paint = (text: string) => string;

/** What comes before the range, the range, and what comes after it. */
type Parts = readonly [before: string, marked: string, after: string];

/** Cuts a long line around the range, so that the range itself is seen. */
function clip(parts: Parts, room: number): Parts {
  if (columnsOf(parts.join("")) <= room) {
    return parts;
  }
  // How far a tab reaches depends on what is before it, which is about to change.
  const [before, marked, after] = parts.map((part) => part.replaceAll("\t", " "));
  const shown = keepStart(marked ?? "", room - 2);
  const rest = room - columnsOf(shown);
  const lead = keepEnd(before ?? "", Math.max(Math.floor(rest / 2), rest - columnsOf(after ?? "")));
  return [lead, shown, keepStart(after ?? "", rest - columnsOf(lead))];
}

function columnsOf(text: string): number {
  // A tab is as wide as a terminal may make it.
  return stringWidth(text.replaceAll("\t", " ".repeat(8)));
}

function keepStart(text: string, room: number): string {
  return columnsOf(text) <= room ? text : `${take(graphemes(text), room - 1).join("")}…`;
}

function keepEnd(text: string, room: number): string {
  return columnsOf(text) <= room
    ? text
    : `…${take(graphemes(text).reverse(), room - 1)
        .reverse()
        .join("")}`;
}

function take(pieces: readonly string[], room: number): string[] {
  let left = room;
  const end = pieces.findIndex((piece) => (left -= stringWidth(piece)) < 0);
  return pieces.slice(0, end === -1 ? pieces.length : end);
}

function graphemes(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}

/** Blanks as wide as the text. Tabs are kept, so that what is below stays aligned whatever their width. */
function blank(text: string): string {
  return text
    .split("\t")
    .map((part) => " ".repeat(stringWidth(part)))
    .join("\t");
}
