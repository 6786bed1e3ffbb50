import type { GenerateOptions } from "./options.js";

/** Reads rules as the command line has them, `RC206=off`. What makes no sense is kept, and reported with the rest. */
export function parseRules(rules: readonly string[]): NonNullable<GenerateOptions["rules"]> {
  const entries = rules.map((rule) => {
    const [code = "", ...severity] = rule.split("=");
    return [code, severity.join("=")];
  });
  // Checked where the rules of the library are checked, too.
  return Object.fromEntries(entries) as NonNullable<GenerateOptions["rules"]>;
}
