import { expect, test } from "vitest";
import { greeter, makeProject, snapshot } from "../cli/project.js";
import { runHere } from "../cli/run-here.js";
import { sampleProject } from "./sample-project.js";

const BOM = "\uFEFF";
const withCrLf = (text: string) => text.replaceAll("\n", "\r\n");

/** What an editor or a checkout does to text without changing what it says. */
const changes = [
  ["CRLF", withCrLf],
  ["a BOM", (text: string) => BOM + text],
  ["CRLF and a BOM", (text: string) => BOM + withCrLf(text)],
] as const;

test("the sample has every kind of text that could bring its line ends along", async () => {
  const client = (await clientsOf(sampleProject))["post.ts"] ?? "";
  for (const text of ["second line", "Its key", "@deprecated", "never changed", "Where it is"]) {
    expect(client).toContain(text);
  }
  expect(client).toMatch(/Dear\\nreader/);
  expect(client).not.toContain("\r");
});

test.each(changes)("sources and configuration with %s give the same bytes", async (_, change) => {
  expect(await clientsOf(rewritten(sampleProject, change))).toEqual(await clientsOf(sampleProject));
});

test.each(changes)("with %s, a diagnostic points at the same place", async (_, change) => {
  const wrong = { "src/greeter.ts": greeter("bigint") };
  const { stderr } = await runHere(makeProject(wrong));
  expect(stderr).toContain("src/greeter.ts:4:");
  expect((await runHere(makeProject(rewritten(wrong, change)))).stderr).toBe(stderr);
});

/** The clients of a new project, which has nothing to complain about. */
async function clientsOf(files: Readonly<Record<string, string>>) {
  const project = makeProject(files);
  expect(await runHere(project)).toMatchObject({ code: 0, stderr: "" });
  return snapshot(project, "src/clients");
}

function rewritten(
  files: Readonly<Record<string, string>>,
  change: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]));
}
