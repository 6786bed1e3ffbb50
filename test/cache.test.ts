import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { generate, writeClients, type GenerateOptions } from "restate-codegen";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
} from "vitest";
import { recall } from "../packages/codegen/dist/cached-generate.js";
import { files, makeCachedProject, prettierFiles } from "./cache/cached-project.js";
import { changes, edit, formats, harmless, type Change } from "./cache/changes.js";
import { restore, takeSnapshot, type Snapshot } from "./cache/snapshot.js";
import { write } from "./cli/project.js";

describe.each(["data", "code"] as const)("in a project that is formatted by %s,", (format) => {
  let project = "";
  let snapshot: Snapshot = new Map();

  beforeAll(async () => {
    project = makeCachedProject({ ...files, ...prettierFiles[format] });
    // Until then nobody can tell by its times whether a file has changed.
    await sleep(3_200);
    await writeClients(await generate({ cwd: project }));
    snapshot = takeSnapshot(project);
  });
  beforeEach(() => expect(recall({ cwd: project }), "nothing has changed").toBeDefined());
  afterEach(() => restore(project, snapshot));
  afterAll(() => rmSync(project, { recursive: true }));

  for (const [what, happen, options] of [...changes, ...formats[format]]) {
    test(`${what} is seen`, () => {
      happen(project);
      expect(recall({ cwd: project, ...options })).toBeUndefined();
    });
  }

  for (const [what, happen] of harmless) {
    test(`${what} changes nothing`, async () => {
      happen(project);
      const recalled = recall({ cwd: project });
      expect(recalled).toBeDefined();
      expect(recalled?.result).toEqual(await generate({ cwd: project, cache: false }));
    });
  }
});

test.each<[string, (project: string) => void]>([
  [
    "that is changed",
    (project) => write(project, "layout/handler.hbs", `// Mine too.\n${handler}`),
  ],
  ["that is added", (project) => write(project, "layout/header.hbs", "{{header}}\n// Mine.\n")],
  ["that is removed", (project) => rmSync(join(project, "layout/handler.hbs"))],
])("a template of the user's %s is seen", async (_what, happen) => {
  const project = makeCachedProject({ ...files, "layout/handler.hbs": `// Mine.\n${handler}` });
  onTestFinished(() => rmSync(project, { recursive: true }));
  const options = { cwd: project, templates: "layout" };
  const result = await generate(options);
  await writeClients(result);
  expect(result.diagnostics).toEqual([]);
  expect(recall(options)).toBeDefined();
  happen(project);
  expect(recall(options)).toBeUndefined();
});

const handler = "{{doc}}readonly {{property}}: {{type}};\n";

test.each<GenerateOptions>([{ format: "node format.mjs" }, { cache: false }])(
  "nothing is kept with %j",
  async (options) => {
    const project = makeCachedProject({ ...files, "format.mjs": "" });
    onTestFinished(() => rmSync(project, { recursive: true }));
    const result = await generate({ cwd: project, ...options });
    await writeClients(result);
    expect(result.diagnostics).toEqual([]);
    expect(recall({ cwd: project, ...options })).toBeUndefined();
  },
);

describe("what is kept", () => {
  const kept = (project: string) => {
    const folder = join(project, "node_modules/.cache/restate-codegen");
    const [name = ""] = readdirSync(folder);
    return join("node_modules/.cache/restate-codegen", name);
  };

  const harm: readonly Change[] = [
    ["is empty", (project) => write(project, kept(project), "")],
    ["is cut short", (project) => edit(kept(project), /.{100}$/s, "")(project)],
    ["has another letter", (project) => edit(kept(project), "Greeter", "Gritter")(project)],
    ["is of another version", (project) => edit(kept(project), /cache \d+/, "cache 0")(project)],
    [
      "is a folder",
      (project) => {
        const path = kept(project);
        rmSync(join(project, path));
        write(project, join(path, "file"), "");
      },
    ],
  ];

  for (const [what, happen] of harm) {
    test(`counts for nothing if it ${what}`, async () => {
      const project = makeCachedProject(files);
      onTestFinished(() => rmSync(project, { recursive: true }));
      const first = await generate({ cwd: project });
      await writeClients(first);
      happen(project);
      expect(recall({ cwd: project })).toBeUndefined();
      const second = await generate({ cwd: project });
      expect(second).toEqual({ ...first, changes: second.changes, servicesChanged: false });
      expect(second.changes.every(({ change }) => change === "unchanged")).toBe(true);
    });
  }
});
