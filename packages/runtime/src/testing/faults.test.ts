import { expect, it, vi } from "vitest";
import { connect } from "../connect.js";
import { type Handler, handler } from "../handler.js";
import { intercept } from "../intercept.js";
import { retry } from "../retry.js";
import { fakeIngress, type FakeIngress, type FakeIngressOptions } from "./index.js";

interface Scene {
  readonly fake: FakeIngress;
  readonly greet: Handler<string, string>;
  readonly ran: ReturnType<typeof vi.fn>;
}

function scene(options?: FakeIngressOptions): Scene {
  const ran = vi.fn((name: unknown) => `Hi ${String(name)}`);
  const fake = fakeIngress(
    { Greeter: { greet: ran, other: () => 1 }, Cart: { greet: ran } },
    options,
  );
  return { fake, greet: handler(fake, { service: "Greeter", handler: "greet" }), ran };
}

const eager = retry({ initialInterval: 0 });

it("a connection that breaks on the way", async () => {
  const { fake, greet, ran } = scene();
  fake.failNext("network");
  await expect(greet("Mary")).rejects.toMatchObject({
    source: "network",
    message: expect.stringContaining("ECONNRESET") as unknown,
  });
  expect(ran).not.toHaveBeenCalled();
  expect(fake.calls).toEqual([]);
  expect(await greet("Mary")).toBe("Hi Mary");
});

it("an answer that is lost after the handler ran, which is why a call without a key is not repeated", async () => {
  const { fake, greet, ran } = scene({ retry: eager });
  fake.failNext("lost");
  await expect(greet("Mary")).rejects.toMatchObject({ source: "network", attempts: 1 });
  expect(ran).toHaveBeenCalledTimes(1);
});

it("an answer that is lost, and is there for who asks with the same idempotency key", async () => {
  const { fake, greet, ran } = scene({ retry: eager });
  fake.failNext("lost", { times: 3 });
  expect(await greet("Mary", { idempotencyKey: "a" })).toBe("Hi Mary");
  expect(ran).toHaveBeenCalledTimes(1);
  expect(fake.calls.map(({ status }) => status)).toEqual([
    "Accepted",
    "PreviouslyAccepted",
    "PreviouslyAccepted",
    "PreviouslyAccepted",
  ]);
});

it("nobody who takes the connection, which is safe to try again", async () => {
  const { fake, greet, ran } = scene({ retry: eager });
  fake.failNext("refused", { times: 2 });
  expect(await greet("Mary")).toBe("Hi Mary");
  expect(ran).toHaveBeenCalledTimes(1);
});

it("an answer of a proxy", async () => {
  const { fake, greet } = scene();
  fake.failNext({ status: 502, body: "<h1>Bad gateway</h1>" });
  await expect(greet("Mary")).rejects.toMatchObject({
    source: "proxy",
    code: 502,
    message: "http://restate.test/Greeter/greet: 502 <h1>Bad gateway</h1>",
  });
  fake.failNext({ status: 301, headers: { location: "https://new.example/Greeter/greet" } });
  await expect(greet("Mary")).rejects.toMatchObject({ source: "proxy", status: 301 });
});

it("an answer of a Restate that has too much to do", async () => {
  const { fake, greet } = scene();
  const body = { code: 429, message: "too many requests", source: "ingress" };
  fake.failNext({ status: 429, body });
  await expect(greet("Mary")).rejects.toMatchObject({ source: "ingress", code: 429 });
});

it("an answer that comes late, by the clock", async () => {
  const { fake, greet, ran } = scene();
  fake.slowNext({ seconds: 10 });
  const answered = vi.fn();
  void greet("Mary").then(answered);
  await fake.clock.advance({ seconds: 9 });
  expect(ran).toHaveBeenCalledTimes(1);
  expect(answered).not.toHaveBeenCalled();
  await fake.clock.advance({ seconds: 1 });
  expect(answered).toHaveBeenCalledWith("Hi Mary");
});

it("can be for one service, one handler, and so many of them", async () => {
  const { fake, greet } = scene();
  const other = handler<void, number>(fake, { service: "Greeter", handler: "other" });
  const cart = handler<string, string>(fake, { service: "Cart", key: "k", handler: "greet" });
  fake.failNext("network", { service: "Greeter", handler: "greet", times: 2 });
  fake.failNext("network", { service: "Cart", times: Infinity });
  expect(await other()).toBe(1);
  await expect(cart("Mary")).rejects.toMatchObject({ source: "network" });
  await expect(cart("Mary")).rejects.toMatchObject({ source: "network" });
  await expect(greet("Mary")).rejects.toMatchObject({ source: "network" });
  await expect(greet("Mary")).rejects.toMatchObject({ source: "network" });
  expect(await greet("Mary")).toBe("Hi Mary");
});

it("meets who attaches, too", async () => {
  const { fake, greet } = scene();
  const sent = await greet.send("Mary");
  fake.failNext("network", { service: "Greeter" });
  await expect(sent.attach()).rejects.toMatchObject({ source: "network" });
  expect(await sent.attach()).toBe("Hi Mary");
});

it("is seen by interceptors and other connections to the same fake", async () => {
  const { fake } = scene();
  const seen: unknown[] = [];
  const ingress = connect({
    url: fake.url,
    fetch: intercept(async ({ target }, next) => {
      const { status } = await next();
      seen.push(`${target?.handler ?? ""} ${status}`);
      return next();
    }, fake.fetch),
  });
  fake.failNext({ status: 401 });
  const greet = handler<string, string>(ingress, { service: "Greeter", handler: "greet" });
  expect(await greet("Mary")).toBe("Hi Mary");
  expect(seen).toEqual(["greet 401"]);
});
