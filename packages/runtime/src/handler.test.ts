import { describe, expect, it, test } from "vitest";
import { handler, noInputHandler, optionalInputHandler } from "./handler.js";
import { accepted, recordRequests, rejectionOf } from "./recording/record-requests.js";

const service = { service: "Greeter", handler: "greet" };
const object = { service: "Cart", key: "Mary", handler: "add" };
const json = { "content-type": "application/json" };

describe("a call", () => {
  it("posts its input as JSON, and resolves with the result", async () => {
    const { ingress, requests } = recordRequests(() => Response.json({ message: "Hi" }));
    const greet = handler<{ name: string }, { message: string }>(ingress, service);
    expect(await greet({ name: "Ada" })).toEqual({ message: "Hi" });
    expect(requests).toEqual([
      { line: "POST http://restate:8080/Greeter/greet", headers: json, body: '{"name":"Ada"}' },
    ]);
  });

  test.each([
    ["null", null, "null", json],
    ["an empty string", "", '""', json],
    ["false", false, "false", json],
    ["nothing", undefined, null, {}],
  ])("sends %s", async (_, input, body, headers) => {
    const { ingress, requests } = recordRequests();
    await optionalInputHandler<unknown, void>(ingress, object)(input);
    expect(requests).toEqual([{ line: "POST http://restate:8080/Cart/Mary/add", headers, body }]);
  });

  test.each([
    ["", undefined],
    ["null", null],
    ['""', ""],
    ["0", 0],
  ])("reads %j as %j", async (body, output) => {
    const { ingress } = recordRequests(() => new Response(body));
    expect(await noInputHandler(ingress, object)()).toBe(output);
  });

  it("carries an idempotency key as a header", async () => {
    const { ingress, requests } = recordRequests();
    await handler(ingress, object)(1, { idempotencyKey: "a b/c" });
    expect(requests[0]?.headers).toEqual({ ...json, "idempotency-key": "a b/c" });
  });

  it("without input takes options alone, and sends no body", async () => {
    const { ingress, requests } = recordRequests();
    await noInputHandler(ingress, service)({ idempotencyKey: "" });
    expect(requests).toEqual([
      {
        line: "POST http://restate:8080/Greeter/greet",
        headers: { "idempotency-key": "" },
        body: null,
      },
    ]);
  });

  it("takes an input that looks like options for an input", async () => {
    const { ingress, requests } = recordRequests();
    await optionalInputHandler(ingress, service)({ timeout: 1, headers: {} });
    expect(requests[0]?.body).toBe('{"timeout":1,"headers":{}}');
  });

  it("withResponse tells what else the response said", async () => {
    const headers = { "x-restate-id": "inv_1", "idempotency-expires": "2026-11-23T12:22:08+00:00" };
    const { ingress } = recordRequests(() => Response.json("ok", { headers }));
    const response = await handler(ingress, service).withResponse("in");
    expect(response).toMatchObject({
      output: "ok",
      invocationId: "inv_1",
      idempotencyExpires: "2026-11-23T12:22:08+00:00",
      status: 200,
    });
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  it("withResponse leaves undefined what a browser hides", async () => {
    const { ingress } = recordRequests();
    const response = await noInputHandler(ingress, service).withResponse();
    expect(response).toMatchObject({ invocationId: undefined, idempotencyExpires: undefined });
  });
});

describe("a message", () => {
  test.each([
    ["at once", undefined, "/send"],
    ["after no time", 0, "/send?delay=0ms"],
    ["after a time", { minutes: 1, seconds: 0.5 }, "/send?delay=60500ms"],
    ["after a fraction", 1.6, "/send?delay=2ms"],
    ["a century from now", { days: 36_500 }, "/send?delay=3153600000000ms"],
  ])("is delivered %s", async (_, delay, suffix) => {
    const { ingress, requests } = recordRequests(accepted);
    await handler(ingress, object).send(1, { delay });
    expect(requests).toEqual([
      { line: `POST http://restate:8080/Cart/Mary/add${suffix}`, headers: json, body: "1" },
    ]);
  });

  it("resolves with what the server said of it", async () => {
    const executionTime = "2026-11-22T12:22:07.953000000Z";
    const { ingress } = recordRequests(() =>
      accepted({ status: "PreviouslyAccepted", executionTime }),
    );
    const sent = await noInputHandler(ingress, object).send({ idempotencyKey: "k" });
    expect(sent).toMatchObject({
      invocationId: "inv_1",
      status: "PreviouslyAccepted",
      executionTime,
    });
    expect(JSON.parse(JSON.stringify(sent))).toEqual({ ...object, invocationId: "inv_1" });
  });

  it("without a delay has no time of execution", async () => {
    const { ingress } = recordRequests(accepted);
    expect(await optionalInputHandler(ingress, object).send()).not.toHaveProperty("executionTime");
  });

  it("can be attached to", async () => {
    const { ingress, requests } = recordRequests(accepted);
    await (await handler(ingress, object).send(1)).attach();
    expect(requests[1]).toEqual({
      line: "GET http://restate:8080/restate/invocation/inv_1/attach",
      headers: {},
      body: null,
    });
  });

  test.each([NaN, -1, Infinity, { days: 50_000 }, { hours: NaN }])(
    "is not delayed by %j",
    async (delay) => {
      const { ingress, requests } = recordRequests(accepted);
      expect(await rejectionOf(handler(ingress, object).send(1, { delay }))).toMatchObject({
        source: "request",
        attempts: 0,
        message: expect.stringContaining("invalid delay") as string,
      });
      expect(requests).toEqual([]);
    },
  );

  test.each(["<html>", "null", "{}", '{"invocationId":5}', ""])(
    "rejects if the answer is %j",
    async (body) => {
      const { ingress } = recordRequests(() => new Response(body));
      expect(await rejectionOf(handler(ingress, object).send(1))).toMatchObject({
        source: "response",
        status: 200,
        attempts: 1,
        target: object,
      });
    },
  );
});

describe("a handler", () => {
  test.each(["send", "attach", "then", "toJSON"])("may be called %s", async (name) => {
    const { ingress, requests } = recordRequests(accepted);
    const target = { service: "S", handler: name };
    await handler(ingress, target)(1);
    await handler(ingress, target).send(1);
    expect(requests.map(({ line }) => line)).toEqual([
      `POST http://restate:8080/S/${name}`,
      `POST http://restate:8080/S/${name}/send`,
    ]);
  });

  it("can be awaited, printed, stringified and spread, without a request", async () => {
    const { ingress, requests } = recordRequests();
    const client = { greet: handler(ingress, service), list: noInputHandler(ingress, object) };
    expect(await Promise.resolve(client)).toBe(client);
    expect(JSON.stringify({ ...client })).toBe("{}");
    expect(String(client.greet)).toContain("=>");
    expect(Object.keys({ ...client.greet })).toEqual(["send", "withResponse", "invocation"]);
    expect(requests).toEqual([]);
  });
});
