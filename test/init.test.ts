import { existsSync, lstatSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { filesIn, greeter, makeFolder, makeProject, read, tsconfig, write } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";

/** What the tests have installed, the generator among it. */
const modules = fileURLToPath(new URL("./node_modules", import.meta.url));

describe("restate-codegen init", () => {
  test("sets up a project that has services, and says what to do next", async () => {
    const project = installed({ "src/greeter.ts": greeter() });
    const { code, stdout, stderr } = await runHere(project, ["init"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`Found 1 definition in tsconfig.json: Greeter.

  created   restate-codegen.config.ts  what to read, and where to write
  extended  package.json               the scripts generate and check
  created   .gitattributes             generated: src/clients

Then:

  npm run generate  writes the clients
  npm run check     fails where they are out of date, for CI
`);
    expect(read(project, "restate-codegen.config.ts")).toBe(
      `import { defineConfig } from "restate-codegen";

export default defineConfig({
  project: "tsconfig.json",
  out: "src/clients",
});
`,
    );
    expect((await runHere(project)).stdout).toContain("created  src/clients/greeter.ts");
  });

  test("changes nothing when it is run again", async () => {
    const project = installed({ "src/greeter.ts": greeter() });
    await runHere(project, ["init"]);
    const texts = () => files.map((path) => read(project, path));
    const files = ["restate-codegen.config.ts", "package.json", ".gitattributes", "tsconfig.json"];
    const before = texts();
    const { code, stdout } = await runHere(project, ["init"]);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/created|extended/);
    expect(stdout.match(/ {2}kept {6}/g)).toHaveLength(3);
    expect(texts()).toEqual(before);
  });

  test("begins with nothing but a package.json, and names what to install and write", async () => {
    const folder = makeFolder({});
    const { code, stdout } = await runHere(folder, ["init"]);
    expect(code).toBe(0);
    expect(stdout).toContain("created   tsconfig.json");
    expect(stdout).toContain("\n  npm i -D restate-codegen\n");
    expect(stdout).toContain("\n  npm i @restate-codegen/runtime @restatedev/restate-sdk\n");
    const service = /such as (\S+):\n\n(.*?)\n\nThen:/s.exec(stdout);
    expect(service?.[1]).toBe("src/greeter.ts");

    install(folder);
    write(folder, service?.[1] ?? "", service?.[2] ?? "");
    expect(await runHere(folder)).toMatchObject({ code: 0, stderr: "" });
    expect(filesIn(folder, "src/clients")).toContain("greeter.ts");
  });

  test("keeps a config that is there, and marks what it writes", async () => {
    const config = JSON.stringify({ out: "web/clients" });
    const project = installed({
      "src/greeter.ts": greeter(),
      "restate-codegen.config.json": config,
    });
    expect((await runHere(project, ["init"])).stdout).toContain(
      "kept      restate-codegen.config.json",
    );
    expect(read(project, "restate-codegen.config.json")).toBe(config);
    expect(read(project, ".gitattributes")).toMatch(/^web\/clients\/\*\* /);
    expect(
      filesIn(project, ".").filter((name) => name.startsWith("restate-codegen.config")),
    ).toHaveLength(1);
  });

  test("says what is wrong with a config that is there, and sets up the rest", async () => {
    const project = installed({ "restate-codegen.config.json": "{", "src/greeter.ts": greeter() });
    const { code, stdout, stderr } = await runHere(project, ["init"]);
    expect(code).toBe(1);
    expect(stderr).toContain("restate-codegen.config.json");
    expect(stdout).toContain("extended  package.json");
  });

  test.each([
    ["mjs", { include: undefined }],
    ["json", { include: ["**/*"], compilerOptions: { allowJs: true } }],
    ["ts", { include: ["src/**/*"] }],
  ])(
    "writes a config of %s, so that the project's own build does not take it in",
    async (format, extra) => {
      const own = JSON.stringify({ ...(JSON.parse(tsconfig) as object), ...extra });
      const project = installed({ "src/greeter.ts": greeter(), "tsconfig.json": own });
      await runHere(project, ["init"]);
      expect(existsSync(join(project, `restate-codegen.config.${format}`))).toBe(true);
      expect(await runHere(project, ["--dry-run"])).toMatchObject({ code: 0, stderr: "" });
    },
  );

  test("makes a target of each package that has services", async () => {
    const workspace = installed({
      "packages/api/src/greeter.ts": greeter(),
      "packages/api/tsconfig.json": tsconfig,
      "packages/api/tsconfig.build.json": tsconfig,
      "packages/jobs/src/greeter.ts": greeter(),
      "packages/jobs/tsconfig.json": tsconfig,
      "packages/web/src/index.ts": "export {};\n",
      "packages/web/tsconfig.json": tsconfig,
    });
    rmSync(join(workspace, "tsconfig.json"));
    await runHere(workspace, ["init"]);
    expect(read(workspace, "restate-codegen.config.ts")).toContain(`  targets: [
    { name: "api", project: "packages/api/tsconfig.json", out: "packages/api/src/clients" },
    { name: "jobs", project: "packages/jobs/tsconfig.json", out: "packages/jobs/src/clients" },
  ],`);
    expect(await runHere(workspace, ["--target", "jobs"])).toMatchObject({ code: 0, stderr: "" });
  });

  test("says for each package of a workspace what it lacks", async () => {
    const workspace = makeFolder({
      ...packaged("packages/api"),
      ...packaged("packages/my jobs"),
      ...packaged("-web"),
      ...provided("packages/my jobs", "@restatedev/restate-sdk"),
    });
    expect((await runHere(workspace, ["init"])).stdout).toContain(`
  npm i -D restate-codegen
  (cd ./-web && npm i @restate-codegen/runtime @restatedev/restate-sdk)
  (cd packages/api && npm i @restate-codegen/runtime @restatedev/restate-sdk)
  (cd 'packages/my jobs' && npm i @restate-codegen/runtime)
`);
  });

  test("says where the runtime is missing that clients in another package need", async () => {
    const workspace = makeFolder({ ...packaged("api"), "web/package.json": "{}" });
    const { stdout } = await runHere(workspace, ["init", "-p", "api", "-o", "web/clients"]);
    expect(stdout).toContain(`
  (cd web && npm i @restate-codegen/runtime)
  (cd api && npm i @restatedev/restate-sdk)
`);
  });

  test("says where it is missing that clients in the package around are to be", async () => {
    const workspace = makeFolder({ ...packaged("packages/api"), "package.json": "{}" });
    const api = join(workspace, "packages/api");
    expect((await runHere(api, ["init", "-o", "../../clients"])).stdout).toContain(`
  npm i -D restate-codegen
  (cd ../.. && npm i @restate-codegen/runtime)
  npm i @restatedev/restate-sdk
`);
  });

  test.each([
    ["package-lock.json", "npm run generate"],
    ["pnpm-lock.yaml", "pnpm run generate"],
    ["yarn.lock", "yarn run generate"],
    ["bun.lock", "bun run generate"],
  ])("speaks as the package manager of %s does", async (lockfile, command) => {
    const { stdout } = await runHere(makeFolder({ [lockfile]: "" }), ["init"]);
    expect(stdout).toContain(`\n  ${command} `);
  });

  test("does what is left where there is no package.json", async () => {
    const folder = makeFolder({});
    rmSync(join(folder, "package.json"));
    const { code, stdout } = await runHere(folder, ["init"]);
    expect(code).toBe(0);
    expect(stdout).toContain("\n  npx restate-codegen ");
    expect(existsSync(join(folder, "package.json"))).toBe(false);
  });

  test("writes no config whose targets would write to one folder", async () => {
    const workspace = installed({
      "api/src/greeter.ts": greeter(),
      "api/tsconfig.json": tsconfig,
      "jobs/src/greeter.ts": greeter(),
      "jobs/tsconfig.json": tsconfig,
    });
    rmSync(join(workspace, "tsconfig.json"));
    const { code, stderr } = await runHere(workspace, ["init", "-o", "clients"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error RC147");
    expect((await runHere(workspace, ["init"])).code).toBe(0);
  });

  test("marks no clients outside of the folder, whose attributes Git would not look for", async () => {
    const folder = installed({ "api/src/greeter.ts": greeter(), "api/tsconfig.json": tsconfig });
    const { code, stdout } = await runHere(join(folder, "api"), ["init", "-o", "../web/clients"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain(".gitattributes");
    expect(existsSync(join(folder, "api/.gitattributes"))).toBe(false);
  });

  test("adds to the file that a link leads to, and keeps the link", async () => {
    const project = installed({ "src/greeter.ts": greeter(), "own/package.json": "{}" });
    rmSync(join(project, "package.json"));
    symlinkSync("own/package.json", join(project, "package.json"));
    expect((await runHere(project, ["init"])).stdout).toContain("extended  package.json");
    expect(lstatSync(join(project, "package.json")).isSymbolicLink()).toBe(true);
    expect(read(project, "own/package.json")).toContain("restate-codegen check");
  });

  test("says what cannot be written", async () => {
    const project = installed({ "src/greeter.ts": greeter(), ".gitattributes/file": "" });
    const { code, stderr } = await runHere(project, ["init"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error RC405: .gitattributes could not be written");
  });
});

function installed(files: Readonly<Record<string, string>>): string {
  const project = makeProject(files);
  rmSync(join(project, "node_modules"));
  install(project);
  return project;
}

/** A package that defines a service. */
function packaged(folder: string): Readonly<Record<string, string>> {
  return {
    [`${folder}/package.json`]: "{}",
    [`${folder}/tsconfig.json`]: tsconfig,
    [`${folder}/src/greeter.ts`]: greeter(),
  };
}

/** What is there of a package that is installed, for whoever only looks whether it is. */
function provided(folder: string, name: string): Readonly<Record<string, string>> {
  return { [`${folder}/node_modules/${name}/package.json`]: "{}" };
}

function install(folder: string): void {
  symlinkSync(modules, join(folder, "node_modules"));
}
