import { describe, expect, it, vi } from "vitest";
import { type Handler, handler } from "../handler.js";
import { fakeIngress, TerminalError } from "./index.js";

interface GreeterClient {
  readonly greet: Handler<string, string>;
}

const service = { service: "Greeter", handler: "greet" };

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
      stacktrace: expect.stringContaining("run-handler.test") as unknown,
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
