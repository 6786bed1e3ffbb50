import { detect, getUserAgent, resolveCommand, type Command } from "package-manager-detector";

/** How to say things to the package manager of a project. */
export interface PackageManager {
  readonly add: (packages: readonly string[]) => string;
  readonly addForDevelopment: (packages: readonly string[]) => string;
  readonly runScript: (name: string) => string;
  /** Runs the program of an installed package. */
  readonly runProgram: (line: string) => string;
}

/** Finds out by lockfiles and manifests which one is used in a folder; npm where nothing tells. */
export async function findPackageManager(folder: string): Promise<PackageManager> {
  const agent = (await detect({ cwd: folder }))?.agent ?? getUserAgent() ?? "npm";
  const line = (command: Command, words: readonly string[]): string => {
    const resolved = resolveCommand(agent, command, [...words]);
    return resolved ? [resolved.command, ...resolved.args].join(" ") : `npx ${words.join(" ")}`;
  };
  return {
    add: (packages) => line("add", packages),
    addForDevelopment: (packages) => line("add", ["-D", ...packages]),
    runScript: (name) => line("run", [name]),
    runProgram: (program) => line("execute-local", program.split(" ")),
  };
}
