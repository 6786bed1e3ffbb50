import { describe, expect, onTestFinished, test } from "vitest";
import { filesIn, makeProject, read, snapshot, write } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";
import { compile } from "./compile/compilers.js";
import { projectFolder } from "./compile/project-folder.js";
import { strictOptions } from "./compile/strict-options.js";

const flags = ["--types", "shared"];

/** A service that gives an address, as its module of types declares it. */
const service = (name: string, from = "./address.js", output = "Address") =>
  `import * as restate from "@restatedev/restate-sdk";
import type { Address } from "${from}";
export const made = restate.service({
  name: "${name}",
  handlers: { find: async (_ctx: restate.Context, at: Address): Promise<${output}> => at as never },
});
`;

const address = "export interface Address { street: string }\n";

const sources = {
  "src/address.ts": address,
  "src/orders.ts": service("Orders"),
  "src/users.ts": service("Users"),
};

const broken = service("Orders", "./address.js", "bigint");

describe("while an error keeps a module, it compiles with the types that it imports, and so do the others", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ["whatever else there is", {}, "export interface Address {"],
    [
      "if the type has changed",
      {
        "src/address.ts":
          "import type { City } from './city.js';\nexport interface Address { city: City }\n",
        "src/city.ts": "export interface City { zip: string }\n",
      },
      "export interface City {",
    ],
    ["if nobody else has the type any more", { "src/users.ts": "export {};\n" }, "street: string;"],
    [
      "if others share a type of the same name",
      {
        "src/mail.ts": "export interface Address { mail: string }\n",
        "src/letters.ts": service("Letters", "./mail.js"),
        "src/spam.ts": service("Spam", "./mail.js"),
      },
      "export interface MailAddress {",
    ],
  ];

  test.each(cases)("%s", async (_name, changes, expected) => {
    const project = makeProject(sources);
    expect(await runHere(project, flags)).toMatchObject({ code: 0, stderr: "" });
    const module = read(project, "src/clients/orders.ts");
    for (const [path, text] of Object.entries({ "src/orders.ts": broken, ...changes })) {
      write(project, path, text);
    }
    // Once more, since the second run knows only what the first one wrote.
    for (const again of [1, 2]) {
      expect({ again, ...(await runHere(project, flags)) }).toMatchObject({ again, code: 1 });
      expect(read(project, "src/clients/orders.ts")).toBe(module);
      expect(read(project, "src/clients/types.ts")).toContain("export interface Address {");
      expect(read(project, "src/clients/types.ts")).toContain(expected);
    }
    await expectToCompile(project);
  });

  test("if a merge lost a name that the contract had", async () => {
    const nested = `export interface City { zip: string }
export interface Address { city: City }
`;
    const project = makeProject({ ...sources, "src/address.ts": nested });
    await runHere(project, flags);
    const contract = JSON.parse(read(project, "src/clients/contract.json")) as {
      types: Record<string, string>;
    };
    delete contract.types["City"];
    write(project, "src/clients/contract.json", JSON.stringify(contract));
    write(project, "src/orders.ts", broken);
    write(project, "src/users.ts", "export {};\n");
    expect((await runHere(project, flags)).code).toBe(1);
    expect(read(project, "src/clients/orders.ts")).toContain("export type { Address, City }");
    expect(read(project, "src/clients/types.ts")).toContain("export interface City {");
    await expectToCompile(project);
  });

  test("if types are no longer shared", async () => {
    const project = makeProject(sources);
    await runHere(project, flags);
    write(project, "src/orders.ts", broken);
    await runHere(project);
    expect(read(project, "src/clients/users.ts")).not.toContain("./types.js");
    await expectToCompile(project);
    write(project, "src/orders.ts", service("Orders"));
    await runHere(project);
    expect(filesIn(project, "src/clients")).not.toContain("types.ts");
  });
});

test("a type that only one client has left goes back to it, and callers import it from there all the same", async () => {
  const project = makeProject(sources);
  await runHere(project, flags);
  expect(read(project, "src/clients/users.ts")).toContain(
    'export type { Address } from "./types.js";',
  );
  write(project, "src/orders.ts", "export {};\n");
  await runHere(project, flags);
  expect(read(project, "src/clients/users.ts")).toContain("export interface Address {");
  expect(filesIn(project, "src/clients")).toEqual(["contract.json", "index.ts", "users.ts"]);
});

test("a third type of one name leaves the first two their names", async () => {
  const pair = (file: string, one: string, other: string) => ({
    [`src/${file}.ts`]: `export interface Address { ${file}: string }\n`,
    [`src/${one}.ts`]: service(one, `./${file}.js`),
    [`src/${other}.ts`]: service(other, `./${file}.js`),
  });
  const project = makeProject({ ...pair("mail", "A", "B"), ...pair("web", "C", "D") });
  await runHere(project, flags);
  const before = snapshot(project, "src/clients");
  for (const [path, text] of Object.entries(pair("home", "E", "F"))) {
    write(project, path, text);
  }
  await runHere(project, flags);
  for (const name of ["a.ts", "b.ts", "c.ts", "d.ts"]) {
    expect(read(project, `src/clients/${name}`)).toBe(before[name]);
  }
  expect(read(project, "src/clients/types.ts")).toContain("export interface HomeAddress {");
  await expectToCompile(project);
});

test("types that differ under one name and file stay with their clients", async () => {
  const page = "export interface Page<T> { items: T[] }\n";
  const paged = (name: string, file: string) =>
    service(name, `./${file}.js`, "Page<Address>") + 'import type { Page } from "./page.js";\n';
  const project = makeProject({
    "src/page.ts": page,
    "src/mail.ts": "export interface Address { mail: string }\n",
    "src/web.ts": "export interface Address { web: string }\n",
    "src/a.ts": paged("A", "mail"),
    "src/b.ts": paged("B", "web"),
  });
  await runHere(project, flags);
  expect(read(project, "src/clients/a.ts")).toContain("export interface PageOfAddress {");
  expect(read(project, "src/clients/b.ts")).toContain("export interface PageOfAddress {");
  expect(filesIn(project, "src/clients")).not.toContain("types.ts");
  await expectToCompile(project);
});

/** Compiles the clients of a project at their strictest. */
async function expectToCompile(project: string): Promise<void> {
  const files = Object.entries(snapshot(project, "src/clients")).map(
    ([name, text]) => [`clients/${name}`, text] as const,
  );
  const folder = projectFolder(
    { onTestFinished },
    {
      "package.json": JSON.stringify({ type: "module" }),
      ...Object.fromEntries(files),
    },
  );
  const compilerOptions = { ...strictOptions("7"), module: "NodeNext" };
  expect(await compile("7", folder, { compilerOptions, include: ["clients"] })).toBe("");
}
