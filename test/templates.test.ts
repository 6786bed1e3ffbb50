import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { greeter, makeProject, read, snapshot, write } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

const page = readFileSync(
  new URL("../packages/codegen/docs/templates.md", import.meta.url),
  "utf8",
);

describe("the page about templates", () => {
  test("names every template", () => {
    const files = readdirSync(fileURLToPath(new URL("../templates", import.meta.url)));
    const named = [...page.matchAll(/^\| `([\w-]+\.hbs)`/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(files.sort());
  });

  test("names every member of every view", () => {
    const url = new URL("../packages/codegen/src/plan/views.ts", import.meta.url);
    const source = ts.createSourceFile(
      "views.ts",
      readFileSync(url, "utf8"),
      ts.ScriptTarget.Latest,
    );
    const views = source.statements.filter((one) => ts.isInterfaceDeclaration(one));
    for (const { name, members } of views) {
      const [, table = ""] = page.split(`| \`${name.text}\` `);
      const named = [...(table.split("\n\n")[0] ?? "").matchAll(/^\| `(\w+)`/gm)].map(
        ([, one]) => one,
      );
      expect(named).toEqual(
        members.map((member) => member.name && ts.isIdentifier(member.name) && member.name.text),
      );
    }
    expect(views.length).toBeGreaterThan(3);
  });

  test("shows what its example gives", async () => {
    const [handler = "", factory = ""] = blocks("hbs");
    const project = makeProject({
      "src/greeter.ts": greeter(),
      "templates/handler.hbs": handler,
      "templates/factory.hbs": factory,
    });
    const { code, stderr } = await runHere(project, ["--templates", "templates"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(read(project, "src/clients/greeter.ts")).toContain(blocks("ts").at(-1));
  });
});

describe("templates of the user's", () => {
  test("make clients stale that were written with others, and the services are not to blame", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    await runHere(project);
    write(project, "templates/handler.hbs", "{{property}}: {{type}};");
    const { code, stdout } = await runHere(project, ["check", "--templates", "templates"]);
    expect(code).toBe(1);
    expect(stdout).toContain("The services are the same: restate-codegen, its options");
  });

  test.each([
    ["{{#each handlrs}}{{/each}}", "`#each` is given what its view does not have", 1],
    ["\n{{#if (lookup this 'x')}}{{/if}}", "`#if` is given what its view does not have", 2],
    ["\n\n{{> handlers}}", "prints `handlers`, and there is no such template", 3],
    ["{{> handler}}", "prints `handler`, which mentions `property`", 1],
    ["{{#each handlers}}\n{{/if}}", "does not work: each doesn't match if", 1],
    ["{{shout client}}", "mentions `shout`", 1],
    ["{{#each handlers}}", "ends too early", 1],
  ])("that read %j are reported with the line", async (text, reason, line) => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    await runHere(project);
    const before = snapshot(project, "src/clients");
    write(project, "my templates/client.hbs", text);
    const { code, stderr } = await runHere(project, ["--templates", "my templates"]);
    expect(code).toBe(1);
    expect(stderr).toContain(`my templates/client.hbs:${String(line)}:`);
    expect(stderr).toContain(reason);
    expect(snapshot(project, "src/clients")).toEqual(before);
  });
});

/** The texts of the page's blocks in a language. */
function blocks(language: string): readonly string[] {
  const fences = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
  return [...page.matchAll(fences)].map(([, text = ""]) => text);
}
