import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { outerEnvironment } from "../package/outer-environment.js";

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
