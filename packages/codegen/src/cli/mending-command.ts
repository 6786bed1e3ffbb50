/** The flags that decide what is written, as they were given. */
export interface WritingFlags {
  readonly project?: string | undefined;
  readonly out?: string | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly rule?: readonly string[] | undefined;
}

/** The command that writes what is checked: the same flags, without those that only print. */
export function mendingCommand({
  project,
  out,
  include = [],
  exclude = [],
  rule = [],
}: WritingFlags): string {
  const flags = [
    ...(project === undefined ? [] : ["--project", project]),
    ...(out === undefined ? [] : ["--out", out]),
    ...include.flatMap((pattern) => ["--include", pattern]),
    ...exclude.flatMap((pattern) => ["--exclude", pattern]),
    ...rule.flatMap((one) => ["--rule", one]),
  ];
  return ["npx restate-codegen", ...flags.map(shellWord)].join(" ");
}

function shellWord(text: string): string {
  return /^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
