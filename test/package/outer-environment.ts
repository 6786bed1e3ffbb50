/**
 * The environment without what npm, vitest and we ourselves leave behind in it, which the programs that a test starts
 * would take for settings of theirs. Where packages come from is one.
 */
export function outerEnvironment(): NodeJS.ProcessEnv {
  const inner =
    /^(npm_(?!config_registry$)|INIT_CWD$|VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|NO_COLOR$|FORCE_COLOR$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inner.test(name)));
}
