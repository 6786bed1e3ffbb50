import ts from "typescript";
import { expect, test } from "vitest";
import { scanDefinitions } from "./scan-definitions.js";

const sdk = `import * as restate from "@restatedev/restate-sdk";\n`;

/** What the scan sees in a file, a definition a line: kind, form, name, handlers, reach. */
const cases: Readonly<
  Record<string, { readonly given: string; readonly want: readonly string[] }>
> = {
  "an exported service": {
    given: `${sdk}export const a = restate.service({ name: "A", handlers: { x: f, y() {} } });`,
    want: ["service call A [x,y] exported"],
  },
  "named, renamed and default imports, of any entry point": {
    given: `import { object as makeObject, workflow } from "@restatedev/restate-sdk/lambda";
      import cloudflare from "@restatedev/restate-sdk-cloudflare-workers/fetch";
      export const a = makeObject({ name: "A", handlers: {} });
      export default workflow({ name: "B", handlers: { run: f } });
      cloudflare.serve({ services: [cloudflare.service({ name: "C", handlers: {} })] });`,
    want: [
      "object call A [] exported",
      "workflow call B [run] exported",
      "service call C [] served",
    ],
  },
  "functions that go by another name in the file": {
    given: `${sdk}const { service } = restate; const make = restate.object; import flow = restate.workflow;
      export const a = service({ name: "A", handlers: {} });
      export const b = make({ name: "B", handlers: {} });
      export const c = flow({ name: "C", handlers: {} });`,
    want: [
      "service call A [] exported",
      "object call B [] exported",
      "workflow call C [] exported",
    ],
  },
  "contracts, and what only looks like a definition": {
    given: `import { iface, handlers } from "@restatedev/restate-sdk-gen";
      export const a = iface.object("A", { add: iface.json() });
      export const b = handlers.object.shared(f);
      export const c = other.service({ name: "C", handlers: {} });`,
    want: ["object contract A [add] exported"],
  },
  "handlers of a constant, of a spread, and from elsewhere": {
    given: `${sdk}const base = { x: f }; const more = { ...base, y: f } satisfies Contract;
      export const a = restate.service({ name: "A", handlers: more });
      export const b = restate.service({ name: "B", handlers: { ...imported } });`,
    want: ["service call A [x,y] exported", "service call B ? exported"],
  },
  "a name that is no literal": {
    given: `${sdk}export const a = restate.service({ name, handlers: {} });`,
    want: ["service call ? [] exported"],
  },
  "all the ways to be offered": {
    given: `${sdk}const a = restate.service({ name: "A", handlers: {} }); export type A = typeof a;
      const b = restate.service({ name: "B", handlers: {} }); export { b as other };
      const c = restate.service({ name: "C", handlers: {} }); const all = [c] as const; restate.serve({ services: all });
      const d = restate.service({ name: "D", handlers: {} }); restate.endpoint().bind(d).listen();
      const e = restate.service({ name: "E", handlers: {} }); export const E: typeof e = { name: "E" };
      const f = restate.service({ name: "F", handlers: {} }); register(f);
      export function make() { return restate.service({ name: "G", handlers: {} }); }`,
    want: [
      "service call A [] exported",
      "service call B [] exported",
      "service call C [] served",
      "service call D [] served",
      "service call E [] exported",
      "service call F [] passed",
      "service call G [] function",
    ],
  },
  "what nobody offers": {
    given: `${sdk}restate.service({ name: "A", handlers: {} });
      const b = restate.service({ name: "B", handlers: {} }); type B = typeof b;
      export const call = (ctx: restate.Context) => ctx.serviceClient(b);`,
    want: ["service call A [] unreached", "service call B [] unreached"],
  },
  "a file without the SDK": { given: `export const a = restate.service({ name: "A" });`, want: [] },
};

test.each(Object.entries(cases))("the scan sees %s", (_, { given, want }) => {
  const file = ts.createSourceFile("a.ts", given, ts.ScriptTarget.Latest, true);
  const seen = scanDefinitions(file).map(({ kind, form, name = "?", handlers, reach }) =>
    [kind, form, name, handlers ? `[${handlers.join(",")}]` : "?", reach].join(" "),
  );
  expect(seen).toEqual(want);
});
