import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { bin, makeFolder } from "./cli/project.js";

test("bash completes commands, flags, values out of a list and codes, and leaves files to itself", () => {
  expect(completedInBash(["ch", "check --emit ", "explain RC40", "generate --out sr"])).toEqual({
    ch: ["check"],
    "check --emit ": ["ts", "js"],
    "explain RC40": expect.arrayContaining(["RC401", "RC402"]) as unknown,
    "generate --out sr": [],
  });
});

/** What bash offers for the last word of each line behind the program's name. */
function completedInBash(lines: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const folder = makeFolder({});
  mkdirSync(join(folder, "bin"));
  symlinkSync(bin, join(folder, "bin/restate-codegen"));
  const asked = lines.flatMap((line) => {
    const words = ["restate-codegen", ...line.split(" ")];
    return [
      `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")})`,
      `COMP_CWORD=${words.length - 1}`,
      "$complete",
      `printf '%s,' "\${COMPREPLY[@]}"`,
      "echo",
    ];
  });
  const script = [
    "source <(restate-codegen completion)",
    "complete=$(complete -p restate-codegen | sed 's/.*-F //; s/ .*//')",
    ...asked,
  ].join("\n");
  const path = join(folder, "bin") + delimiter + (process.env["PATH"] ?? "");
  const env = { ...process.env, PATH: path, SHELL: "/bin/bash" };
  const { stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8", env });
  expect(stderr).toBe("");
  const answers = stdout.split("\n").map((line) => line.split(",").filter((one) => one !== ""));
  return Object.fromEntries(lines.map((line, index) => [line, answers[index] ?? []]));
}
