import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, makeFolder, read, write } from "../cli/project.js";
import { runHere } from "../cli/run-here.js";
import { writeFleet } from "./write-fleet.mjs";

test(
  "200 services in 10 packages with one config: one command, one check, to each package its own",
  { timeout: 900_000 },
  async () => {
    const folder = makeFolder({});
    const light = { lib: ["ES2022"], types: [] };
    const packages = writeFleet(folder, { packages: 10, services: 20, options: light });
    expect(packages).toHaveLength(10);

    const generated = await runHere(folder);
    expect(generated).toMatchObject({ code: 0, stderr: "" });
    for (const name of packages) {
      expect(generated.stdout).toContain(
        `20 clients in packages/${name}/src/clients are up to date`,
      );
      expectOwnClients(folder, name);
    }

    const checked = await runHere(folder, ["check"]);
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    expect(checked.stdout.match(/^20 clients in \S+ are up to date\.$/gm)).toHaveLength(10);

    // A package for itself, without the config, gives what it gives among the others.
    const alone = ["check", "--no-cache", "--project", ".", "--out", "src/clients"];
    expect((await runHere(join(folder, "packages/team-7"), alone)).code).toBe(0);

    const service = "packages/team-3/src/definition-1.ts";
    write(folder, service, read(folder, service).replace('"tomorrow"', '"today" as const'));
    const stale = await runHere(folder, ["check"]);
    expect(stale.code).toBe(1);
    expect(stale.stdout.match(/^\S+ is out of date\b.*$/gm)).toEqual([
      "packages/team-3/src/clients/team3-service1.ts is out of date:",
      "packages/team-3/src/clients/contract.json is out of date, too.",
    ]);
    expect(stale.stdout.match(/^20 clients in \S+ are up to date\.$/gm)).toHaveLength(9);
    expect(stale.stdout).toContain("To mend it: npx restate-codegen --target team-3\n");
    expect((await runHere(folder, ["--target", "team-3"])).code).toBe(0);
    expect((await runHere(folder, ["check"])).code).toBe(0);
  },
);

/** The clients of a package are those of its own definitions, and say nothing of where the monorepo is. */
function expectOwnClients(folder: string, name: string): void {
  const own = new RegExp(`^${name.replace("-", "")}service\\d+$`);
  const clients = `packages/${name}/src/clients`;
  const modules = filesIn(folder, clients).filter((file) => /^team/.test(file));
  expect(modules).toHaveLength(20);
  const contract = JSON.parse(read(folder, `${clients}/contract.json`)) as {
    definitions: readonly { readonly name: string; readonly file: string }[];
  };
  expect(contract.definitions).toHaveLength(20);
  for (const { name: definition, file } of contract.definitions) {
    expect(definition.toLowerCase()).toMatch(own);
    expect(file).toMatch(/^src\/definition-\d+\.ts$/);
  }
}
