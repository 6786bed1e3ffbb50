/** Whether to print colours. `FORCE_COLOR` says so everywhere, and `0` or `false` no; else terminals have them, unless `NO_COLOR` is set. */
export function usesColor(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = env;
  return force ? !/^(?:0|false)$/.test(force) : isTerminal && !no && terminal !== "dumb";
}
