import { afterEach, describe, expect, it, vi } from "vitest";
import { handler } from "../handler.js";
import { createClock } from "./clock.js";
import { fakeIngress } from "./index.js";

afterEach(() => {
  vi.useRealTimers();
});

it("stands still, from the real time on", async () => {
  const before = Date.now();
  const clock = createClock("still");
  const start = clock.now();
  expect(start).toBeGreaterThanOrEqual(before);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(clock.now()).toBe(start);
});

it("moves by what it is told, and lets each alarm ring at its own time", async () => {
  const clock = createClock("still");
  const start = clock.now();
  const rung: string[] = [];
  const wait = async (name: string, milliseconds: number) => {
    await clock.until(start + milliseconds);
    rung.push(`${name} at ${clock.now() - start}`);
  };
  void wait("late", 3_000);
  void wait("early", 1_000);
  void wait("too late", 5_001);
  // Waits anew, for a time that is still within what the clock moves by.
  void wait("again", 1_500).then(() => wait("and again", 4_000));
  await clock.advance({ seconds: 5 });
  expect(rung).toEqual(["early at 1000", "again at 1500", "late at 3000", "and again at 4000"]);
  expect(clock.now() - start).toBe(5_000);
  await clock.advance(1);
  expect(rung.at(-1)).toBe("too late at 5001");
});

it("does not wait for what is over", async () => {
  const clock = createClock("still");
  await clock.until(clock.now());
  await clock.until(clock.now() - 1);
});

it.each([-1, NaN])("cannot move by %d", async (duration) => {
  await expect(createClock("still").advance(duration)).rejects.toMatchObject({
    name: "IngressError",
    message: "invalid duration",
  });
});

it("moves though a test has faked the timers", async () => {
  vi.useFakeTimers();
  const clock = createClock("still");
  const waited = clock.until(clock.now() + 60_000).then(() => "rung");
  await clock.advance({ minutes: 1 });
  expect(await waited).toBe("rung");
});

it("moves where there are no channels, as in jest's jsdom", async () => {
  vi.stubGlobal("MessageChannel", undefined);
  const clock = createClock("still");
  const rung: number[] = [];
  const start = clock.now();
  void clock
    .until(start + 1)
    .then(() => clock.until(start + 2))
    .then(() => rung.push(clock.now() - start));
  await clock.advance(2);
  vi.unstubAllGlobals();
  expect(rung).toEqual([2]);
});

it("may run by itself, and be moved besides", async () => {
  vi.useFakeTimers();
  const clock = createClock("running");
  const start = clock.now();
  const rung: string[] = [];
  void clock.until(start + 1_000).then(() => rung.push("first"));
  void clock.until(start + 3_000).then(() => rung.push("second"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(rung).toEqual(["first"]);
  await clock.advance({ seconds: 2 });
  expect(rung).toEqual(["first", "second"]);
  expect(clock.now() - start).toBe(3_000);
});

describe("the time of a fake ingress", () => {
  const service = { service: "Greeter", handler: "greet" };

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
  });
});
