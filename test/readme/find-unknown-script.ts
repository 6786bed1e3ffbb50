/** Returns what is wrong with a command that a project's README tells its readers to run in it, if anything. */
export function findUnknownScript(command: string, manifest: string): string | undefined {
  const [, , verb = "", name = ""] = /^(\w+=\S+ )*npm (\S+) ?(\S+)?/.exec(command) ?? [];
  // What a package.json has.
  const { scripts } = JSON.parse(manifest) as {
    readonly scripts?: Readonly<Record<string, string>>;
  };
  const script = verb === "run" ? name : verb;
  const isFine = verb === "install" || Object.hasOwn(scripts ?? {}, script);
  return isFine ? undefined : `no script of the project: ${command}`;
}
