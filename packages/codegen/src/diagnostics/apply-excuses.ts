import { catalogue } from "./catalogue.js";
import { diagnose } from "./diagnose.js";
import type { Diagnostic, ExcusedDiagnostic } from "./diagnostic.js";
import type { Excuse } from "./excuse.js";
import { messages } from "./messages.js";

/** What is left to say once the comments in the code are heard. */
export interface Hearing {
  /** What nobody answers, and what is wrong with the excuses themselves. */
  readonly standing: readonly Diagnostic[];
  readonly excused: readonly ExcusedDiagnostic[];
}

/**
 * Takes out what a comment answers. `unsaid` is what would have been said of definitions that were left out; it is
 * only there so that its excuses do not look useless.
 */
export function applyExcuses(
  said: readonly Diagnostic[],
  excuses: readonly Excuse[],
  unsaid: readonly Diagnostic[],
): Hearing {
  const valid = excuses.filter((one) => one.reason !== "" && isExcusable(one.code));
  const answerTo = (one: Diagnostic) => valid.find((excuse) => answers(excuse, one));
  return {
    standing: [
      ...said.filter((one) => !answerTo(one)),
      ...excuses.flatMap((one) => findFault(one, [...said, ...unsaid])),
    ],
    excused: said.flatMap((one) => {
      const reason = answerTo(one)?.reason;
      return reason === undefined ? [] : [{ ...one, reason }];
    }),
  };
}

function answers({ code, range, line }: Excuse, diagnostic: Diagnostic): boolean {
  const { range: place } = diagnostic;
  return diagnostic.code === code && place?.file === range.file && place.line === line;
}

function findFault(excuse: Excuse, possible: readonly Diagnostic[]): readonly Diagnostic[] {
  const { code, reason, range } = excuse;
  const isUsed = possible.some((one) => answers(excuse, one));
  if (isUsed && isExcusable(code)) {
    return reason === "" ? [diagnose(messages.excuseWithoutReason(code), { range })] : [];
  }
  return [diagnose(messages.uselessExcuse(code, isUsed ? "firm" : "unused"), { range })];
}

function isExcusable(code: string): boolean {
  return catalogue.some((one) => one.code === code && one.lowerable);
}
