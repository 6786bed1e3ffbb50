import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { inspect } from "restate-codegen";
import { greeter, makeProject } from "./cli/project.js";
import { runHere } from "./cli/run-here.js";
import { readDiagram } from "./inspect/read-diagram.js";

const cart = `import * as restate from "@restatedev/restate-sdk";

/** What a customer wants. */
export interface CartItem {
  /** The number on the shelf. */
  sku: string;
  weight?: number;
}
enum State { Open = "open", Paid = "paid" }

export const cart = restate.object({
  name: "Cart",
  handlers: {
    add: async (_ctx: restate.ObjectContext, item: CartItem): Promise<void> => {},
    find: restate.handlers.object.shared(
      async (_ctx: restate.ObjectSharedContext, by: { sku: string; limit?: number }): Promise<CartItem[]> => [],
    ),
    state: async (): Promise<State> => State.Open,
  },
});
`;

describe("restate-codegen inspect", () => {
  test("shows handlers, types and where they are defined, in the columns of the terminal", async () => {
    const project = makeProject({ "src/cart.ts": cart, "src/greeter.ts": greeter() });
    const { code, stdout, stderr } = await runHere(project, ["inspect"], { columns: 80 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`Cart  virtual object  src/cart.ts:12:9

  handler  kind       takes      gives       defined at
  add      exclusive  CartItem               src/cart.ts:14:5
  find     shared     FindInput  CartItem[]  src/cart.ts:15:5
  state    exclusive             State       src/cart.ts:18:5

  type       is                                defined at
  CartItem   { sku: string; weight?: number }  src/cart.ts:4:18
  FindInput  { sku: string; limit?: number }   src/cart.ts:15:5
  State      "open" | "paid"                   src/cart.ts:9:6

Greeter  service  src/greeter.ts:3:9

  handler  takes   gives   defined at
  greet    string  string  src/greeter.ts:4:15

2 definitions with 4 handlers.
`);
  });

  test("shows the same below each other where there is no room", async () => {
    const project = makeProject({ "src/cart.ts": cart });
    const { stdout } = await runHere(project, ["inspect"], { columns: 40 });
    expect(stdout).toContain(`
  handler find
    kind        shared
    takes       FindInput
    gives       CartItem[]
    defined at  src/cart.ts:15:5
`);
  });

  test("breaks no line for other programs, and paints for terminals only", async () => {
    const wide = cart.replace(
      "sku: string;",
      `${"a".repeat(90)}: "${"b".repeat(90)}";\n  sku: string;`,
    );
    const project = makeProject({ "src/cart.ts": wide });
    const plain = await runHere(project, ["inspect"]);
    expect(plain.stdout).toMatch(/^ {2}CartItem .* src\/cart\.ts:4:18$/m);
    expect(plain.stdout).not.toContain("\u001B");
    const painted = await runHere(project, ["inspect"], { color: true });
    expect(painted.stdout).toContain("\u001B[1mCart\u001B[22m");
    expect(stripVTControlCharacters(painted.stdout)).toBe(plain.stdout);
  });

  test("says what is wrong as generate does, and shows the rest", async () => {
    const project = makeProject({ "src/cart.ts": cart, "src/greeter.ts": greeter("bigint") });
    const { code, stdout, stderr } = await runHere(project, ["inspect"]);
    expect(code).toBe(1);
    expect(stderr).toContain("src/greeter.ts:4:75 - error RC207");
    expect(stdout).toContain("1 definition with 3 handlers.");
  });

  test("--json prints the model, with the places", async () => {
    const project = makeProject({ "src/cart.ts": cart });
    const { stdout } = await runHere(project, ["inspect", "--json"]);
    const { targets } = JSON.parse(stdout) as { readonly targets: readonly unknown[] };
    expect(targets).toMatchObject([
      {
        definitions: [
          {
            name: "Cart",
            kind: "object",
            range: { file: "src/cart.ts", line: 12 },
            handlers: [{ name: "add", concurrency: "exclusive" }, {}, {}],
            declarations: [{ name: "CartItem", range: { line: 4 } }, { name: "State" }],
          },
        ],
        diagnostics: [],
        excused: [],
      },
    ]);
  });
});

test("what several targets of a config have in common is shown once", async () => {
  const project = makeProject({
    "src/cart.ts": cart,
    "restate-codegen.config.json": JSON.stringify({
      targets: [
        { name: "web", out: "web/clients" },
        { name: "admin", out: "admin/clients", exclude: ["Greeter"] },
      ],
    }),
    "src/greeter.ts": greeter(),
  });
  expect((await runHere(project, ["inspect"])).stdout).toContain("2 definitions with 4 handlers.");
  const { stdout } = await runHere(project, ["inspect", "--target", "admin"]);
  expect(stdout).toContain("1 definition with 3 handlers.");
});

describe("inspect --mermaid", () => {
  test("draws what the table says, and Mermaid can read it", async () => {
    const project = makeProject({ "src/cart.ts": cart });
    const { stdout } = await runHere(project, ["inspect", "--mermaid"]);
    expect(stdout).toMatch(/^classDiagram\n {2}class definition_Cart\["Cart"\] \{\n/);
    expect(await readDiagram(stdout)).toEqual({
      boxes: {
        Cart: [
          "<<virtual object>>",
          "add(CartItem)",
          "find(FindInput) CartItem[]",
          "state() State",
        ],
        CartItem: ["sku: string", "weight?: number"],
        FindInput: ["sku: string", "limit?: number"],
        State: ['Open = "open"', 'Paid = "paid"'],
      },
      arrows: ["Cart CartItem", "Cart FindInput", "Cart State"],
    });
  });

  test("gets any name and any text through", async () => {
    const odd = `"#quot; {a} <b> ~c~ \\"d\\" \\\\ e* f$ (g) ;h\\n%% i"`;
    const text = cart
      .replace('"Cart"', '"my.Cart"')
      .replace("sku: string;", `sku: ${odd} | (string | null)[];\n  ${odd}: 1;`);
    const project = makeProject({ "src/cart.ts": text });
    const { stdout } = await runHere(project, ["inspect", "--mermaid"]);
    const { boxes } = await readDiagram(stdout);
    expect(boxes["my.Cart"]?.[1]).toBe("add(CartItem)");
    expect(boxes["CartItem"]).toEqual([
      `sku: ${odd} | (string | null)[]`,
      `${odd}: 1`,
      "weight?: number",
    ]);
  });

  test("tells two types of one name apart, and draws a shared one once", async () => {
    const other = cart.replace('"Cart"', '"Basket"').replace("weight?", "weight");
    const importing = `import type { CartItem } from "./cart.js";
import * as restate from "@restatedev/restate-sdk";
export const list = restate.service({
  name: "List",
  handlers: { all: async (): Promise<CartItem[]> => [] },
});
`;
    const project = makeProject({
      "src/cart.ts": cart,
      "src/basket.ts": other,
      "src/list.ts": importing,
    });
    const { stdout } = await runHere(project, ["inspect", "--mermaid"]);
    expect(stdout.match(/^ {2}class type_CartItem\S*/gm)).toEqual(
      ['class type_CartItem["CartItem"]', 'class type_CartItem_2["CartItem"]'].map(
        (one) => `  ${one}`,
      ),
    );
  });
});

test("the library inspects as well", async () => {
  const { definitions, overviews } = await inspect({ cwd: makeProject({ "src/cart.ts": cart }) });
  expect(definitions.map(({ name }) => name)).toEqual(["Cart"]);
  expect(overviews[0]?.handlers[0]).toEqual({
    name: "add",
    traits: ["exclusive"],
    input: "CartItem",
    place: "src/cart.ts:14:5",
    mentions: ["CartItem"],
  });
});
