import { runCommand } from "./run-command.js";

/** Returns what runs npm in a folder: `npm("run build")`. It resolves with what that prints, and rejects with it where it fails. */
export function npmIn(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): (args: string) => Promise<string> {
  const quiet = { npm_config_audit: "false", npm_config_fund: "false" };
  return (args) => runCommand(["npm", ...args.split(" ")], folder, { ...quiet, ...env });
}
