import { catalogue } from "../diagnostics/catalogue.js";
import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import { nearestName } from "../naming/nearest-name.js";

/** Says what is wrong with the rules that the user made. They come from outside, so any text may be in them. */
export function checkRules(rules: Readonly<Record<string, string>>): readonly Diagnostic[] {
  return Object.entries(rules).flatMap(([code, severity]) => {
    const entry = catalogue.find((one) => one.code === code);
    if (!entry) {
      const codes = catalogue.map((one) => one.code);
      return [diagnose(messages.unknownRule(code, nearestName(code, codes)))];
    }
    return entry.lowerable || severity === "error" ? [] : [diagnose(messages.firmRule(code))];
  });
}
