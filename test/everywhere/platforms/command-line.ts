import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import type { Report } from "../suite/check.js";
import { installPackage } from "./install-package.js";
import type { Installed, Platform } from "./platform.js";

/** What tells one JavaScript command line from another. */
export interface CommandLine {
  /** What it is called. */
  readonly name: string;
  /** The npm package that brings it. */
  readonly package: string;
  /** The version of that package, which is its own. */
  readonly version: string;
  /** Its path in the package. */
  readonly program: string;
  /** What comes before the script. */
  readonly args?: readonly string[];
}

/** Returns a platform that is a program which runs a script. */
export function commandLine({ name, version, args, ...where }: CommandLine): Platform {
  return {
    name: `${name} ${version}`,
    install: async () =>
      scriptRunner(await installPackage(where.package, version, where.program), args),
  };
}

/** Returns a program that runs scripts as a platform. */
export function scriptRunner(program: string, args: readonly string[] = []): Installed {
  const script = fileURLToPath(new URL("everywhere/command-line.mjs", import.meta.url));
  return {
    runSuite: async (scene) => {
      const { stdout } = await promisify(execFile)(
        program,
        [...args, script, JSON.stringify(scene)],
        // It has to end by itself, too: a timer or a socket that is left would hold it.
        { timeout: 120_000, maxBuffer: 2 ** 24, env: { ...process.env, NO_COLOR: "1" } },
      );
      // Nothing but the suite prints there.
      return JSON.parse(stdout) as Report;
    },
  };
}
