import type { StormReport } from "./run-storm.js";

const columns: readonly (readonly [title: string, value: (report: StormReport) => number])[] = [
  ["invocations", ({ invocations }) => invocations],
  ["right", ({ right }) => right],
  ["wrong", ({ wrong }) => wrong.length],
  ["failed", ({ errors }) => errors.length],
  ["never ran", ({ lost }) => lost],
  ["ran twice", ({ doubled }) => doubled],
  ["faults", ({ faults }) => faults],
  ["kills", ({ kills }) => kills],
  ["seconds", ({ time }) => Math.round(time / 1_000)],
];

/** Prints reports as the rows of a table, and below it what the wrong ones and the failed ones said. */
export function printReports(reports: readonly StormReport[]): string {
  const width = Math.max(...reports.map(({ name }) => name.length));
  const row = (name: string, cells: readonly string[]): string =>
    [name.padEnd(width), ...cells.map((cell, index) => cell.padStart(titleWidth(index)))].join(
      "  ",
    );
  return [
    row(
      "",
      columns.map(([title]) => title),
    ),
    ...reports.map((report) =>
      row(
        report.name,
        columns.map(([, value]) => String(value(report))),
      ),
    ),
    ...reports.flatMap(complaints),
  ].join("\n");
}

function titleWidth(index: number): number {
  return columns[index]?.[0].length ?? 0;
}

/** What the wrong results and the errors were, the most frequent first. */
function complaints({ name, wrong, errors }: StormReport): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of [...wrong, ...errors].map(withoutDetails)) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const lines = [...counts].sort(([, one], [, other]) => other - one);
  return lines.length === 0
    ? []
    : [`\n${name}:`, ...lines.map(([text, count]) => `${String(count).padStart(6)}× ${text}`)];
}

/** Without what differs from call to call. */
function withoutDetails(text: string): string {
  return text.replaceAll(/storm-\d+|inv_\w+/g, "…").replaceAll(/\s+/g, " ");
}
