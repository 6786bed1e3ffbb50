import type { Examination } from "./examine-unit.js";
import type { Unit } from "./find-units.js";

/** A unit, and what came of it. */
export type Examined =
  | { readonly unit: Unit; readonly examination: Examination; readonly crash?: never }
  | { readonly unit: Unit; readonly crash: string; readonly examination?: never };

/** The columns of the table: a title, and how many of it a unit has. Only what is outside of tests counts as defined. */
const columns: readonly (readonly [title: string, count: (one: Examined) => number])[] = [
  ["units", () => 1],
  ["own errors", ({ examination }) => examination?.ownErrors ?? 0],
  ["definitions", (one) => product(one).length],
  ["handlers", (one) => product(one).reduce((sum, { handlers }) => sum + handlers, 0)],
  ["found", (one) => withFate(one, "found")],
  ["diagnosed", (one) => withFate(one, "diagnosed")],
  ["out of reach", (one) => withFate(one, "out of reach")],
  ["missed", (one) => withFate(one, "missed")],
  ["handlers lost", (one) => product(one).reduce((sum, { lost }) => sum + lost.length, 0)],
  ["types equal", (one) => answers(one, /^equal$/)],
  ["types differ", (one) => answers(one, /^(?:differs|narrower|wider|any)$/)],
  ["oracle cannot say", (one) => answers(one, /^cannot say$/)],
  ["silent", ({ examination }) => examination?.silent.length ?? 0],
  ["compile errors", ({ examination }) => examination?.compileErrors.length ?? 0],
  ["crashes", ({ crash }) => (crash === undefined ? 0 : 1)],
  ["seconds", ({ examination }) => examination?.seconds ?? 0],
];

/** A Markdown table with a row for each project, and one for all. */
export function printTable(examined: readonly Examined[]): string {
  const projects = new Map<string, Examined[]>();
  for (const one of examined) {
    const project = one.unit.label.split("/")[0] ?? "";
    projects.set(project, [...(projects.get(project) ?? []), one]);
  }
  const row = (title: string, cells: readonly (string | number)[]): string =>
    `| ${[title, ...cells].join(" | ")} |`;
  const sums = (of: readonly Examined[]): readonly number[] =>
    columns.map(([, count]) => of.reduce((sum, one) => sum + count(one), 0));
  return [
    row(
      "project",
      columns.map(([title]) => title),
    ),
    row(
      "---",
      columns.map(() => "---:"),
    ),
    ...[...projects].map(([project, of]) => row(project, sums(of))),
    row("**all**", sums(examined)),
  ].join("\n");
}

/** Everything that should not be, in words, by unit. */
export function printFindings(examined: readonly Examined[]): string {
  return examined
    .map((one): readonly string[] => {
      const lines = one.examination ? findings(one.examination) : [`crash: ${one.crash}`];
      return lines.length > 0 ? [`\n${one.unit.label}`, ...lines.map((line) => `  ${line}`)] : [];
    })
    .flat()
    .join("\n");
}

function findings(of: Examination): readonly string[] {
  return [
    ...of.definitions
      .filter(({ fate, isTest }) => fate === "missed" && !isTest)
      .map(
        ({ place, kind, name, reach }) =>
          `missed: ${place} ${kind} ${name ?? "without a literal name"}, ${reach}`,
      ),
    ...of.definitions
      .filter(({ fate, isTest }) => fate === "out of reach" && !isTest)
      .map(({ place, kind, name }) => `out of reach: ${place} ${kind} ${name ?? ""}`),
    ...of.definitions.flatMap(({ place, name, lost }) =>
      lost.length > 0 ? [`lost: ${place} ${name ?? ""} ${lost.join(", ")}`] : [],
    ),
    ...of.answers
      .filter(({ verdict }) => verdict !== "equal")
      .map(({ definition, handler, side, verdict, reason, generated, expected, difference }) =>
        [
          `${verdict}: ${definition}.${handler} ${side}${reason === undefined ? "" : ` (${reason})`}`,
          ...(verdict === "cannot say"
            ? []
            : [
                `    generated ${generated ?? ""}`,
                `    expected  ${expected ?? ""}`,
                `    parts at  ${difference ?? ""}`,
              ]),
        ].join("\n  "),
      ),
    ...of.silent.map((one) => `silent: ${one}`),
    ...of.compileErrors.map((one) => `compile: ${one}`),
    ...(of.seconds > 20 ? [`slow: ${String(of.seconds)} s`] : []),
  ];
}

function product({ examination }: Examined): Examination["definitions"] {
  return (examination?.definitions ?? []).filter(({ isTest }) => !isTest);
}

function withFate(one: Examined, wanted: Examination["definitions"][number]["fate"]): number {
  return product(one).filter(({ fate }) => fate === wanted).length;
}

function answers({ examination }: Examined, verdict: RegExp): number {
  return (examination?.answers ?? []).filter((one) => verdict.test(one.verdict)).length;
}
