import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { findUnknownScript } from "./find-unknown-script.js";

const bin = fileURLToPath(
  new URL("../../packages/codegen/bin/restate-codegen.js", import.meta.url),
);

const manifest = new URL("../../package.json", import.meta.url);

/** Returns what is wrong with a command that a README tells its readers to run, if anything. */
export function findUnknownCommand(command: string): string | undefined {
  const [program, ...words] = command.split(/\s+/);
  if (program === "npm") {
    return words[0] === "install"
      ? findUnknownPackage(words.slice(1))
      : findUnknownScript(command, readFileSync(manifest, "utf8"));
  }
  if (program === "npx" && words[0] === "restate-codegen") {
    return findCliProblem(words.slice(1));
  }
  return `neither npm nor restate-codegen: ${command}`;
}

function findUnknownPackage(words: readonly string[]): string | undefined {
  const unknown = words.filter((word) => !word.startsWith("-") && !packages.has(word));
  return unknown.length === 0 ? undefined : `unknown packages: ${unknown.join()}`;
}

/** What the READMEs may tell to install: our packages, and what they are used with. */
const packages: ReadonlySet<string> = new Set([
  "restate-codegen",
  "@restate-codegen/runtime",
  "@restatedev/restate-sdk-core",
  "@restatedev/restate-sdk",
]);

/** Compares a command line with the help of the real command. */
function findCliProblem(words: readonly string[]): string | undefined {
  const [first] = words;
  const command = first === undefined || first.startsWith("-") ? [] : [first];
  const text = help(command);
  // The help of a command starts with its name; that of anything else with the general usage.
  const usage = ["restate-codegen", ...command].join(" ");
  if (!text.startsWith(`${usage} `) && !text.startsWith(`${usage}\n`)) {
    return `no such command: ${usage}`;
  }
  const known = new Set(text.match(/(?<=[\s,])--?[a-z][a-z-]*/g));
  const unknown = words
    .filter((word) => word.startsWith("-"))
    .map((word) => word.replace(/=.*$/, ""))
    .filter((option) => !known.has(option));
  return unknown.length === 0 ? undefined : `not in the help of ${usage}: ${unknown.join()}`;
}

function help(command: readonly string[]): string {
  return execFileSync(process.execPath, [bin, ...command, "--help"], { encoding: "utf8" });
}
