import { execFile } from "node:child_process";
import { promisify } from "node:util";

/**
 * Runs a command to its end, and resolves with what it prints. Rejects with all of that where its exit code is not 0.
 */
export async function runCommand(
  [program = "", ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const options = { cwd, env: { ...outerEnvironment(), ...env }, timeout: 600_000 };
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, options);
    return stdout + stderr;
  } catch (error) {
    const { message, stdout = "", stderr = "" } = error as Error & Partial<Printed>;
    throw new Error([message, stdout, stderr].join("\n"), { cause: error });
  }
}

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** Without what npm tells the scripts that it runs, which every package manager would take for settings. */
function outerEnvironment(): NodeJS.ProcessEnv {
  const inner = /^(npm_|NODE_OPTIONS$|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inner.test(name)));
}
