import { randomUUID } from "node:crypto";

import { probeClient } from "probe/clients";
import { describe, expect, it } from "vitest";

import { ingress } from "./ingress.js";

const probe = probeClient(ingress);

describe("a result", () => {
  it.each([
    ["nothing", probe.nothing, undefined],
    ["null", probe.nullResult, null],
    ["the empty text", probe.emptyText, ""],
    ["a handler without content type", probe.emptyInput, "pong"],
  ] as const)("of %s arrives, by a call, an attach and a peek", async (_name, handler, result) => {
    const sent = await handler.send();
    expect(await handler()).toBe(result);
    expect(await sent.attach()).toBe(result);
    expect(await sent.output()).toEqual({ ready: true, result });
  });

  it.each([
    ["null", null],
    ["false", false],
    ["zero", 0],
    ["the empty text", ""],
    ["an array", [1, [2]]],
    ["an object", { a: { b: null } }],
    ["text beyond ASCII", "茶 🫖 \u2028 \0"],
    ["what looks like an error", { code: 500, message: "no error", source: "invocation" }],
  ])("is what was sent: %s", async (_name, value) => {
    expect(await probe.echo(value)).toEqual(value);
  });

  it.each([
    ["some", new Uint8Array([0, 1, 127, 128, 255])],
    ["what is no UTF-8", new Uint8Array([0xff, 0xfe, 0xc0])],
    ["none", new Uint8Array()],
    ["more than one packet", new Uint8Array(100_000).fill(7)],
  ])("of bytes arrives as bytes: %s", async (_name, data) => {
    const sent = await probe.bytes.send(data);
    expect(new Uint8Array(await probe.bytes(data))).toEqual(data);
    expect(new Uint8Array(await sent.attach())).toEqual(data);
    expect(await sent.output()).toEqual({ ready: true, result: data });
  });
});

describe("an optional input", () => {
  it("may be left out, or given", async () => {
    expect(await probe.optional()).toBe("nothing");
    expect(await probe.optional(undefined, { timeout: 10_000 })).toBe("nothing");
    expect(await probe.optional("tea")).toBe("text tea");
    expect(await (await probe.optional.send()).attach()).toBe("nothing");
  });
});

describe("the output", () => {
  it("of an invocation that there never was is not found", async () => {
    const unknown = probe.counted.invocation({ idempotencyKey: randomUUID() });
    await expect(unknown.output()).rejects.toMatchObject({
      source: "ingress",
      code: 404,
      message: "invocation not found",
    });
  });

  it("of an id that is none is refused by the server", async () => {
    await expect(probe.nothing.invocation("garbage").output()).rejects.toMatchObject({
      source: "ingress",
      code: 400,
    });
  });

  it("of a running invocation is not ready", async () => {
    const sent = await probe.sleep.send(700);
    expect(await sent.output()).toEqual({ ready: false });
    expect(await sent.attach()).toBe(700);
    expect(await sent.output()).toEqual({ ready: true, result: 700 });
  });

  it("of a failed invocation is its error", async () => {
    const sent = await probe.fail.send({ code: 418, message: "I am a tea pot" });
    await sent.attach().catch(() => undefined);
    await expect(sent.output()).rejects.toMatchObject({ source: "invocation", code: 418 });
  });
});
