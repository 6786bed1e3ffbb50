import { describe, expect, it, vi } from "vitest";
import { resolveAwakeable } from "../awakeable.js";
import { type Handler, handler, noInputHandler } from "../handler.js";
import { health } from "../health.js";
import { scope } from "../scope.js";
import { type WorkflowRun, workflowRun } from "../workflow.js";
import { fakeIngress, TerminalError } from "./index.js";

interface GreeterClient {
  readonly greet: Handler<string, string>;
}

const service = { service: "Greeter", handler: "greet" };
const cart = (key: string, name = "add") => ({ service: "Cart", key, handler: name });

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
    const options = { idempotencyKey: "a", headers: { "X-Tenant": "t" }, delay: 0 };
    const { invocationId } = await handler(fake, cart("Mary")).send({ sku: "tea" }, options);
    const told = { ...cart("Mary"), idempotencyKey: "a", invocationId };
    const headers = { "content-type": "application/json", "x-tenant": "t" };
    expect(fake.calls).toEqual([
      { ...told, headers, input: { sku: "tea" }, verb: "send", delay: 0, status: "Accepted" },
    ]);
    await fake.clock.advance(0);
    expect(seen.mock.calls).toMatchObject([[{ ...told, headers, attempt: 1 }]]);
  });
});

describe("a handler that fails", () => {
  const fails = (error: unknown, maxAttempts?: number) => {
    const run = vi.fn(() => Promise.reject(error as Error));
    return { run, fake: fakeIngress({ Greeter: { greet: run } }, { maxAttempts }) };
  };

  it("for good does so as on the wire", async () => {
    const { fake, run } = fails(
      new TerminalError("No tea", { errorCode: 409, metadata: { sku: "tea" } }),
      3,
    );
    await expect(handler(fake, service)(1)).rejects.toMatchObject({
      source: "invocation",
      code: 409,
      status: 409,
      message: "No tea",
      metadata: { sku: "tea" },
      invocationId: expect.stringMatching(/^inv_1/) as unknown,
    });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("by mistake shows where, at once", async () => {
    const { fake, run } = fails(new TypeError("input is undefined"));
    await expect(handler(fake, service)(1)).rejects.toMatchObject({
      source: "invocation",
      code: 500,
      message: "input is undefined",
      stacktrace: expect.stringContaining("fake-ingress.test") as unknown,
    });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("by mistake may try again", async () => {
    const { fake, run } = fails(new TypeError("not yet"), 3);
    run.mockResolvedValueOnce(1 as never);
    run.mockRejectedValueOnce(new Error("now")).mockRejectedValueOnce(new Error("now"));
    const greet = handler(fake, service);
    expect(await greet(1)).toBe(1);
    await expect(greet(1)).rejects.toMatchObject({ message: "not yet" });
    expect(run).toHaveBeenCalledTimes(4);
  });

  it("with what another one failed with passes it on", async () => {
    const fake = fakeIngress<{ Greeter: GreeterClient; Inner: GreeterClient }>({
      Greeter: {
        greet: (name, { ingress }) =>
          handler<string, string>(ingress, { service: "Inner", handler: "greet" })(name),
      },
      Inner: {
        greet: () => {
          throw new TerminalError("Who?", { errorCode: 404 });
        },
      },
    });
    await expect(handler(fake, service)("Mary")).rejects.toMatchObject({
      source: "invocation",
      code: 404,
      message: "Who?",
      target: service,
    });
    expect(fake.calls).toHaveLength(1);
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

describe("time", () => {
  it("has a delayed message run when it is due", async () => {
    const run = vi.fn(() => "done");
    const fake = fakeIngress({ Greeter: { greet: run } });
    const sent = await handler(fake, service).send(1, { delay: { hours: 24 } });
    expect(Date.parse(sent.executionTime ?? "") - fake.clock.now()).toBe(24 * 3_600_000);
    await fake.clock.advance({ hours: 23, minutes: 59 });
    expect(run).not.toHaveBeenCalled();
    expect(await sent.output()).toEqual({ ready: false });
    await fake.clock.advance({ minutes: 1 });
    expect(await sent.output()).toEqual({ ready: true, result: "done" });
  });

  it("lets a handler sleep, also more than once", async () => {
    const fake = fakeIngress({
      Greeter: {
        greet: async (_input, { sleep, now }) => {
          await sleep({ minutes: 1 });
          await sleep({ minutes: 1 });
          return now();
        },
      },
    });
    const start = fake.clock.now();
    const sent = await handler<null, number>(fake, service).send(null);
    await fake.clock.advance({ minutes: 2 });
    expect(await sent.attach()).toBe(start + 120_000);
  });

  it("ends how long a result is kept", async () => {
    const run = vi.fn(() => "done");
    const fake = fakeIngress({ Greeter: { greet: run } });
    const greet = handler(fake, service);
    await greet(1, { idempotencyKey: "a" });
    await fake.clock.advance({ hours: 23 });
    const replay = await greet.withResponse(1, { idempotencyKey: "a" });
    expect(Date.parse(replay.idempotencyExpires ?? "") - fake.clock.now()).toBe(3_600_000);
    await fake.clock.advance({ hours: 1 });
    const found = greet.invocation({ idempotencyKey: "a" });
    await expect(found.output()).rejects.toMatchObject({ source: "ingress", code: 404 });
    await greet(1, { idempotencyKey: "a" });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("is that of faked timers, for a clock that runs", async () => {
    vi.useFakeTimers();
    const fake = fakeIngress(
      { Greeter: { greet: (_input, { sleep }) => sleep({ minutes: 5 }) } },
      { clock: "running" },
    );
    const done = vi.fn();
    void handler(fake, service)(1, { timeout: { hours: 1 } }).then(done);
    await vi.advanceTimersByTimeAsync(299_999);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalled();
    vi.useRealTimers();
  });
});

describe("an awakeable", () => {
  it("of a handler is completed by the code under test", async () => {
    const ids: string[] = [];
    const fake = fakeIngress({
      Greeter: {
        greet: async (_input, { awakeable }) => {
          const { id, promise } = awakeable<string>();
          ids.push(id);
          return `Hi ${await promise}`;
        },
      },
    });
    const sent = await handler(fake, service).send(1);
    expect(await sent.output()).toEqual({ ready: false });
    await resolveAwakeable(fake, String(ids[0]), "Mary");
    expect(await sent.attach()).toBe("Hi Mary");
  });

  it("of the test tells it what it was completed with", async () => {
    const fake = fakeIngress({});
    const { id, promise } = fake.awakeable<{ approved: boolean }>();
    await resolveAwakeable(fake, id, { approved: true });
    expect(await promise).toEqual({ approved: true });
  });
});

describe("the handlers of a key", () => {
  const trace = (kind?: "shared") => {
    const steps: string[] = [];
    const fake = fakeIngress({
      Cart: {
        add: {
          kind,
          handler: async (sku, { sleep, key }) => {
            steps.push(`${key} ${String(sku)} begins`);
            await sleep(1_000);
            steps.push(`${key} ${String(sku)} ends`);
          },
        },
      },
    });
    return { steps, fake };
  };

  it("run one at a time", async () => {
    const { steps, fake } = trace();
    for (const [key, sku] of [
      ["Mary", 1],
      ["Mary", 2],
      ["John", 3],
    ] as const) {
      await handler(fake, cart(key)).send(sku);
    }
    await fake.clock.advance({ seconds: 2 });
    expect(steps).toEqual([
      "Mary 1 begins",
      "John 3 begins",
      "Mary 1 ends",
      "Mary 2 begins",
      "John 3 ends",
      "Mary 2 ends",
    ]);
  });

  it("run at once if they are shared", async () => {
    const { steps, fake } = trace("shared");
    await handler(fake, cart("Mary")).send(1);
    await handler(fake, cart("Mary")).send(2);
    await fake.clock.advance({ seconds: 1 });
    expect(steps.slice(0, 2)).toEqual(["Mary 1 begins", "Mary 2 begins"]);
  });

  it("go on after one that failed", async () => {
    const fake = fakeIngress({
      Cart: {
        add: (sku) => {
          if (sku === "none") {
            throw new TerminalError("none");
          }
          return sku;
        },
      },
    });
    const add = handler(fake, cart("Mary"));
    await expect(add("none")).rejects.toMatchObject({ message: "none" });
    expect(await add("tea")).toBe("tea");
  });
});

describe("a workflow", () => {
  it.each(["run", "go"])("runs once per key, also if its own handler is %s", async (name) => {
    const ran = vi.fn((input: unknown) => input);
    const fake = fakeIngress({ Signup: { [name]: ran, confirm: () => 1 } });
    const run: WorkflowRun<number, number> = workflowRun(fake, {
      service: "Signup",
      key: "k",
      handler: name,
    });
    expect((await run.submit(1)).status).toBe("Accepted");
    expect((await run.submit(2)).status).toBe("PreviouslyAccepted");
    expect(await run.attach()).toBe(1);
    expect(ran).toHaveBeenCalledTimes(1);
  });

  it("whose run is called like any handler conflicts, as on the server", async () => {
    const fake = fakeIngress({ Signup: { run: () => 1 } });
    const run = handler<void, number>(fake, { service: "Signup", key: "k", handler: "run" });
    expect(await run()).toBe(1);
    await expect(run()).rejects.toMatchObject({ source: "invocation", code: 409 });
  });

  it("is no virtual object whose handler is named so, and says so", async () => {
    const fake = fakeIngress({ Job: { run: { kind: "exclusive", handler: () => 1 } } });
    const run = handler<void, number>(fake, { service: "Job", key: "k", handler: "run" });
    expect([await run(), await run()]).toEqual([1, 1]);
  });

  it("is no service whose handler is named so", async () => {
    const fake = fakeIngress({ Job: { run: () => 1 } });
    const run = handler<void, number>(fake, { service: "Job", handler: "run" });
    expect([await run(), await run()]).toEqual([1, 1]);
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
