// Another process can reach a server, and no fake.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { myObjectClient } from "probe/clients";
import { expect, inject, it } from "vitest";

import { ingress } from "../ingress.js";

const greeting = { greeting: "Hi" };

it("an invocation is found again by another process, from its stored form", async () => {
  const sent = await myObjectClient(ingress, "Mary").greet.send(greeting);
  const program = `
    import { connect, invocation } from "@restate-codegen/runtime";
    const [url, ref] = process.argv.slice(1);
    const result = await invocation(connect({ url }), JSON.parse(ref)).attach();
    console.log(JSON.stringify(result));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "-e", program, inject("ingressUrl"), JSON.stringify(sent)],
    { cwd: new URL(".", import.meta.url) },
  );
  expect(JSON.parse(stdout)).toEqual({ greeting: "Hi Mary!" });
});
