import stringWidth from "string-width";
import { terminalColumns } from "terminal-columns";

/** Rows of texts under common titles. */
export interface Table {
  readonly columns: readonly Column[];
  /** A text for each column; it may be painted. */
  readonly rows: readonly (readonly string[])[];
}

/** What holds for all texts of a column. */
export interface Column {
  readonly title: string;
  /** Whether its texts may go on in the next line. Names and links are only whole what they are. */
  readonly breakable?: true;
}

/**
 * Prints a table in at most so many columns of the terminal: its texts side by side, broken where they have to be,
 * or, where that would leave crumbs, below each other. Columns without any text are left out.
 */
export function printTable(table: Table, width: number): string {
  const shown = withoutEmptyColumns(table);
  const widths = share(shown, width);
  const text = widths ? printRows(shown, widths) : printRecords(shown, width);
  return text.replaceAll(/ +$/gm, "");
}

/** Blanks between two columns. */
const gap = 2;

/** A text of fewer columns than this is no longer read, but spelled. */
const crumb = 16;

function withoutEmptyColumns({ columns, rows }: Table): Table {
  const isShown = (_: unknown, index: number) => rows.some((row) => row[index] !== "");
  return { columns: columns.filter(isShown), rows: rows.map((row) => row.filter(isShown)) };
}

/** How wide each column gets, if that is enough: those that break share what the others leave. */
function share({ columns, rows }: Table, width: number): readonly number[] | undefined {
  const wanted = columns.map(({ title }, index) =>
    Math.max(...[title, ...rows.map((row) => row[index] ?? "")].map((one) => stringWidth(one))),
  );
  const breakable = [...columns.keys()].filter((index) => columns[index]?.breakable);
  const whole = wanted.filter((_, index) => !breakable.includes(index));
  let left = width - sum(whole) - gap * (columns.length - 1);
  const widths = [...wanted];
  // The narrow ones first, so that what they do not need goes to the wide ones.
  const narrowFirst = breakable.sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  for (const [position, index] of narrowFirst.entries()) {
    const fair = Math.floor(left / (narrowFirst.length - position));
    const given = Math.min(wanted[index] ?? 0, fair);
    widths[index] = given;
    left -= given;
  }
  const isEnough = widths.every((given, index) => given >= Math.min(wanted[index] ?? 0, crumb));
  return left >= 0 && isEnough ? widths : undefined;
}

function printRows({ columns, rows }: Table, widths: readonly number[]): string {
  const titles = columns.map(({ title }) => title);
  return layOut([titles, ...rows], widths);
}

/** Prints each row as a list of its texts after their titles. */
function printRecords({ columns, rows }: Table, width: number): string {
  const [head = "", ...titles] = columns.map(({ title }) => title);
  const first = Math.max(...titles.map((title) => stringWidth(title)));
  return rows
    .map(([name = "", ...texts]) => {
      const pairs = titles.map((title, index) => [`  ${title}`, texts[index] ?? ""]);
      const unbroken = texts.filter((_, index) => !columns[index + 1]?.breakable);
      const room = Math.max(width - first - 2 * gap, ...unbroken.map((one) => stringWidth(one)));
      const filled = pairs.filter(([, text]) => text !== "");
      return `${head} ${name}\n${layOut(filled, [first + gap, room])}`;
    })
    .join("\n\n");
}

function layOut(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const columns = widths.map((width) => ({ width, paddingRight: gap }));
  const cells = rows.map((row) => [...row]);
  return terminalColumns(cells, { columns, stdoutColumns: Infinity });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
