import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { text } from "node:stream/consumers";

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
  const fullName = `${name} ${version}`;
  return {
    name: fullName,
    install: async () =>
      scriptRunner(fullName, await installPackage(where.package, version, where.program), args),
  };
}

/** Returns a program that runs scripts as a platform. */
export function scriptRunner(
  name: string,
  program: string,
  args: readonly string[] = [],
): Installed {
  const script = fileURLToPath(new URL("everywhere/command-line.mjs", import.meta.url));
  return {
    name,
    runSuite: async (scene) => {
      const child = spawn(program, [...args, script, JSON.stringify(scene)], {
        stdio: ["ignore", "pipe", "inherit"],
        timeout: 120_000,
      });
      let reportedAt = Date.now();
      child.stdout.on("data", () => (reportedAt = Date.now()));
      const exited = once(child, "exit");
      const printed = await text(child.stdout);
      await exited;
      // Nothing but the suite prints there.
      const report = JSON.parse(printed) as Report;
      return { ...report, "the process ends by itself": endOf(Date.now() - reportedAt) };
    },
  };
}

function endOf(milliseconds: number): string {
  return milliseconds < 2_000
    ? "ok"
    : `It took ${milliseconds} ms: something was left that held it, as a timer does.`;
}
