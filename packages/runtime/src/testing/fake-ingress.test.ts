import { describe, expect, it, vi } from "vitest";
import { handler, noInputHandler } from "../handler.js";
import { health } from "../health.js";
import { scope } from "../scope.js";
import { workflowRun } from "../workflow.js";
import { fakeIngress } from "./index.js";

const service = { service: "Greeter", handler: "greet" };

describe("what goes through", () => {
  it("is what the wire carries", async () => {
    const fake = fakeIngress({
      Greeter: { greet: (input) => ({ input, at: new Date(0), left: undefined }) },
    });
    const greet = handler<unknown, unknown>(fake, service);
    expect(await greet({ at: new Date(1), gone: undefined })).toEqual({
      input: { at: "1970-01-01T00:00:00.001Z" },
      at: "1970-01-01T00:00:00.000Z",
    });
  });

  it("is nobody's to change afterwards", async () => {
    const result = { greeting: "Hi" };
    const fake = fakeIngress({ Greeter: { greet: () => result } });
    const sent = await handler<null, unknown>(fake, service).send(null);
    result.greeting = "Bye";
    expect(await sent.attach()).toEqual({ greeting: "Hi" });
  });

  it("is told to the handler, and noted", async () => {
    const seen = vi.fn();
    const fake = fakeIngress({ Cart: { add: (_input, info) => void seen(info) } });
    const cart = { service: "Cart", key: "Mary", handler: "add" };
    const options = { idempotencyKey: "a", headers: { "X-Tenant": "t" }, delay: 0 };
    const { invocationId } = await handler(fake, cart).send({ sku: "tea" }, options);
    const told = { ...cart, idempotencyKey: "a", invocationId };
    const headers = { "content-type": "application/json", "x-tenant": "t" };
    expect(fake.calls).toEqual([
      { ...told, headers, input: { sku: "tea" }, verb: "send", delay: 0, status: "Accepted" },
    ]);
    await fake.clock.advance(0);
    expect(seen.mock.calls).toMatchObject([[{ ...told, headers, attempt: 1 }]]);
  });
});

describe("what is not there", () => {
  const fake = fakeIngress({ Greeter: { greet: () => 1 }, Cart: { add: () => 1 } });

  it("is refused as by the server, with what is", async () => {
    const nope = noInputHandler(fake, { service: "Nope", handler: "greet" });
    await expect(nope()).rejects.toMatchObject({
      source: "ingress",
      code: 404,
      message:
        "service 'Nope' not found, make sure to register the service before calling it. " +
        "This is a fake ingress, which has 'Greeter', 'Cart'.",
    });
    const handlerOf = noInputHandler(fake, { service: "Greeter", handler: "toString" });
    await expect(handlerOf()).rejects.toMatchObject({
      code: 404,
      message: expect.stringMatching(
        /but the handler 'toString' was not found.*it has 'greet'\.$/,
      ) as unknown,
    });
  });

  it("can be asked for", async () => {
    expect(await health(fake)).toEqual({ services: ["Greeter", "Cart"] });
  });
});

describe("a scope", () => {
  it("keeps keys apart, tells the handler, and is found again from outside", async () => {
    const fake = fakeIngress({ Greeter: { greet: (_input, { scope: seen }) => seen ?? "none" } });
    const inTea = handler<null, string>(scope(fake, "tea", { limitKey: "plan" }), service);
    const outside = handler<null, string>(fake, service);
    const options = { idempotencyKey: "a" };
    expect([await inTea(null, options), await outside(null, options)]).toEqual(["tea", "none"]);
    const ref = inTea.invocation(options).toJSON();
    expect(await outside.invocation(ref).attach()).toBe("tea");
    expect(fake.calls).toMatchObject([
      { scope: "tea", headers: { "x-restate-limit-key": "plan" }, status: "Accepted" },
      { status: "Accepted" },
    ]);
  });

  it("has workflows of its own", async () => {
    const fake = fakeIngress({ Signup: { run: (input) => input } });
    const target = { service: "Signup", key: "k", handler: "run" };
    const inside = workflowRun<string, string>(scope(fake, "tea"), target);
    const outside = workflowRun<string, string>(fake, target);
    await inside.submit("in");
    await outside.submit("out");
    expect([await inside.attach(), await outside.attach()]).toEqual(["in", "out"]);
    expect(await inside.output()).toEqual({ ready: true, result: "in" });
  });
});

describe("the URL", () => {
  it("may have a path, and need have no host", async () => {
    for (const url of ["https://gateway.example/restate", "/restate/", "/a/b"]) {
      const fake = fakeIngress({ Greeter: { greet: (name) => name } }, { url });
      const sent = await handler(fake, service).send("Mary");
      expect(await sent.attach()).toBe("Mary");
    }
  });
});

it("an abort ends the wait, and not the invocation", async () => {
  const fake = fakeIngress({ Greeter: { greet: (_input, { sleep }) => sleep(1_000) } });
  const controller = new AbortController();
  const call = handler(fake, service)(1, { signal: controller.signal, idempotencyKey: "a" });
  await fake.clock.advance(0);
  controller.abort(new Error("enough"));
  await expect(call).rejects.toThrow("enough");
  await fake.clock.advance({ seconds: 1 });
  const found = handler(fake, service).invocation({ idempotencyKey: "a" });
  expect(await found.output()).toMatchObject({ ready: true });
});
