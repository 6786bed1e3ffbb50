import { symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { read, write } from "../cli/project.js";
import { runHere } from "../cli/run-here.js";
import { clientsIn, makeWorkspace } from "./make-workspace.js";
import { workspaceFiles } from "./workspace-files.js";

const api = "packages/api";

test("the workspace gives clients that name nothing of where they were made", async () => {
  const clients = await usualClients();
  expect(Object.values(clients).join("")).not.toMatch(/restate-codegen-cli|workspace/);
  // By the configuration at the top, which names the folder by a pattern.
  expect(clients["index.ts"]).not.toContain(";");
});

describe("the same bytes come of a folder whose name has", () => {
  test.each([
    ["spaces", "two words  and more"],
    ["other letters", "Straße/été/Ørsted/中文/עברית"],
    ["letters in two parts", "e\u0301te\u0301"],
    ["emoji", "👩‍🚀/🇩🇪"],
    ["brackets", "[slug]/[...rest]/{a,b}/(group)"],
    ["patterns", "*/!(x)/@(y)/+(z)/?"],
    ["what URLs use", "a#b/50%/%20/a?b=c&d"],
    ["what shells use", 'it\'s/$HOME/`date`/"x"/a;b|c'],
    ["what regular expressions use", "a+b/^x$/a.b/(x"],
    ["a dot in front", ".hidden"],
    ["the name of a package folder", "src/dist/clients"],
    ["more letters than most paths", Array(12).fill("deep".repeat(50)).join("/")],
  ])("%s", async (_what, name) => {
    const workspace = makeWorkspace(name);
    expect(await runHere(join(workspace, api))).toMatchObject({ code: 0, stderr: "" });
    expect(clientsIn(workspace)).toEqual(await usualClients());
    expect(await runHere(join(workspace, api), ["check"])).toMatchObject({ code: 0, stderr: "" });
  });

  test("another name only by its case", async () => {
    const workspace = makeWorkspace("Shop/SHOP");
    const others = {
      "packages/types/src/money.ts": "export type Money = 1; export type Currency = 2;",
    };
    for (const [path, text] of Object.entries({ ...workspaceFiles, ...others })) {
      write(dirname(workspace), join("shop", path), text);
    }
    expect((await runHere(join(workspace, api))).code).toBe(0);
    expect(clientsIn(workspace)).toEqual(await usualClients());
  });
});

describe("the same bytes come of a run", () => {
  test("in a folder that is a link", async () => {
    const workspace = makeWorkspace("real/workspace");
    // Not as deep as what it leads to, so that no relative path is the same from both.
    const link = join(dirname(dirname(workspace)), "link");
    symlinkSync(join(workspace, api), link);
    expect(await runHere(link)).toMatchObject({ code: 0, stderr: "" });
    expect(clientsIn(workspace)).toEqual(await usualClients());
  });

  test("through a link to the workspace", async () => {
    const workspace = makeWorkspace("real/workspace");
    const link = join(dirname(dirname(workspace)), "link");
    symlinkSync(workspace, link);
    expect(await runHere(dirname(link), ["-p", `link/${api}`])).toMatchObject({ code: 0 });
    expect(clientsIn(workspace)).toEqual(await usualClients());
  });

  test("in another folder", async () => {
    const workspace = makeWorkspace("workspace");
    expect(await runHere(workspace, ["--project", api])).toMatchObject({ code: 0, stderr: "" });
    expect(clientsIn(workspace)).toEqual(await usualClients());
    const elsewhere = join(workspace, "packages/types/src");
    const fromThere = ["--project", "../../api/tsconfig.json", "--out", "../../api/src/clients"];
    expect(await runHere(elsewhere, ["check", ...fromThere])).toMatchObject({
      code: 0,
      stderr: "",
    });
  });

  test("with a tsconfig that is a link", async () => {
    const workspace = makeWorkspace("workspace");
    symlinkSync(join(workspace, api, "tsconfig.json"), join(workspace, api, "tsconfig.link.json"));
    expect(await runHere(join(workspace, api), ["-p", "tsconfig.link.json"])).toMatchObject({
      code: 0,
    });
    expect(clientsIn(workspace)).toEqual(await usualClients());
  });
});

describe("what is said names files as seen from where it is said", () => {
  const wrong = {
    ...workspaceFiles,
    "packages/api/src/[shop]/query.ts": `import type { Gone } from "./gone.js";
export interface Query {
  currency: never;
  gone: Gone;
  count: bigint;
}
`,
  };

  test.each([
    ["the package", api, "src/[shop]/query.ts"],
    ["the workspace", ".", "packages/api/src/[shop]/query.ts"],
    ["another package", "packages/types", "../api/src/[shop]/query.ts"],
  ])("from %s", async (_where, cwd, file) => {
    const workspace = makeWorkspace("work space", "hoisted", wrong);
    const { stderr } = await runHere(join(workspace, cwd), ["-p", join(workspace, api)]);
    expect(stderr).toContain(`${file}:4:9 - warning RC106`);
    expect(stderr).toContain(`(it is imported in ${file})`);
    expect(stderr).toContain(`${file}:5:10 - error RC`);
    expect(read(workspace, `${api}/src/[shop]/query.ts`)).toContain("Gone");
  });
});

/** What the workspace gives in an ordinary folder. */
async function usualClients(): Promise<Readonly<Record<string, string>>> {
  usual ??= generateUsual();
  return usual;
}

let usual: ReturnType<typeof usualClients> | undefined;

async function generateUsual(): Promise<Readonly<Record<string, string>>> {
  const workspace = makeWorkspace("workspace");
  expect(await runHere(join(workspace, api))).toMatchObject({ code: 0, stderr: "" });
  return clientsIn(workspace);
}
