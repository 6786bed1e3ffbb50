import { spawn } from "node:child_process";
import { root } from "./workspace.mjs";

/**
 * Runs a command to its end and shows what it prints. Resolves with its exit code; a signal counts
 * as 1.
 */
export function run(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
      // npm and npx are .cmd files on Windows, which only a shell can start.
      shell: process.platform === "win32" && command !== process.execPath,
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Like {@link run}, for a script that this Node runs; rejects where the exit code is not 0. */
export async function runNode(script, args = [], options = {}) {
  await mustRun(process.execPath, [script, ...args], options);
}

/** Like {@link run}, but rejects where the exit code is not 0. */
export async function mustRun(command, args, options = {}) {
  const code = await run(command, args, options);
  if (code !== 0) {
    const shown = command === process.execPath ? "node" : command;
    throw new Error(`"${[shown, ...args].join(" ")}" ended with exit code ${code}.`);
  }
}
