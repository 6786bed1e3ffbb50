import { flagWords, repeatFlags, type FlagValues } from "../config/flags.js";
import { shellWord } from "../paths/shell-word.js";

/** The command that writes what is checked: the same flags, without those that only print. */
export function mendingCommand(flags: FlagValues, target: string | undefined): string {
  const { config } = flags;
  const words = [
    ...(typeof config === "string" ? flagWords("config", config) : []),
    ...(target === undefined ? [] : flagWords("target", target)),
    ...repeatFlags(flags),
  ];
  return ["npx restate-codegen", ...words.map(shellWord)].join(" ");
}
