import { describe, expect, it, test } from "vitest";
import { noInputHandler } from "./handler.js";
import { recordRequests, rejectionOf } from "./recording/record-requests.js";

const target = { service: "S", handler: "h" };
const url = "http://restate:8080/S/h";

interface Answer {
  readonly status?: number;
  readonly named?: string;
  readonly id?: string;
  readonly location?: string;
  readonly body?: unknown;
}

/** Answers with an object as JSON, and with a string as it is. */
function respond({ status = 500, named, id, location, body = "" }: Answer): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries({
    "x-restate-error-source": named,
    "x-restate-id": id,
    location,
  })) {
    if (value !== undefined) {
      headers.set(name, value);
    }
  }
  const bodiless = [204, 304].includes(status);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(bodiless ? null : text, { status, headers });
}

const call = (answer: Answer) =>
  noInputHandler(recordRequests(() => respond(answer)).ingress, target)();

const failed = { code: 500, message: "No more tea", source: "invocation" };

describe("a failure", () => {
  test.each<[string, Answer, object]>([
    [
      "of a handler, by header and body",
      { named: "invocation", id: "inv_1", body: failed },
      failed,
    ],
    ["of a handler, in a browser", { body: failed }, failed],
    [
      "of a handler, with a code that is no status",
      { named: "invocation", body: { ...failed, code: 40_000 } },
      { source: "invocation", code: 40_000, status: 500 },
    ],
    [
      "of a handler, with metadata and a stack trace",
      { named: "invocation", body: { ...failed, metadata: { a: "1" }, stacktrace: "at h" } },
      { metadata: { a: "1" }, stacktrace: "at h" },
    ],
    [
      "of a handler, with a status of success",
      { status: 200, named: "invocation", id: "inv_1", body: { ...failed, code: 200 } },
      { source: "invocation", code: 200, status: 200, message: "No more tea" },
    ],
    [
      "of a handler, with a status of success, in a browser",
      { status: 299, body: { ...failed, code: 299 } },
      { source: "invocation", code: 299 },
    ],
    [
      "of a handler, with a status that has no body",
      { status: 204, named: "invocation", id: "inv_1" },
      {
        source: "invocation",
        code: 204,
        invocationId: "inv_1",
        message: expect.stringContaining("204") as string,
      },
    ],
    [
      "of a handler, with the status of a redirect",
      { status: 301, named: "invocation", body: { ...failed, code: 301 } },
      { source: "invocation", code: 301, message: "No more tea" },
    ],
    [
      "of a handler, before 1.7.4, by its code",
      { body: { code: 500, message: "No more tea" } },
      { source: "invocation" },
    ],
    [
      "of a handler, before 1.7.4, by its id",
      { status: 304, id: "inv_1" },
      {
        source: "invocation",
        code: 304,
        invocationId: "inv_1",
        message: expect.stringContaining("304") as string,
      },
    ],
    [
      "of the ingress, by header and body",
      { status: 503, named: "ingress", body: { code: 503, message: "busy", source: "ingress" } },
      { source: "ingress", code: 503, message: "busy" },
    ],
    [
      "of the ingress, in a browser",
      { status: 429, body: { code: 429, message: "too many requests", source: "ingress" } },
      { source: "ingress", code: 429 },
    ],
    [
      "of the ingress, before 1.7.4",
      { status: 404, body: { message: "service 'S' not found" } },
      { source: "ingress", code: 404, message: "service 'S' not found" },
    ],
    [
      "of the ingress, for a body over the limit",
      { status: 413, body: "length limit exceeded" },
      {
        source: "ingress",
        code: 413,
        message: expect.stringContaining("length limit exceeded") as string,
      },
    ],
    [
      "of the ingress, by header alone",
      { status: 400, named: "ingress" },
      { source: "ingress", code: 400 },
    ],
    [
      "of a proxy, in HTML",
      { status: 502, body: "<html>Bad Gateway" },
      { source: "proxy", code: 502 },
    ],
    [
      "of a proxy, in its own JSON",
      { status: 401, body: { error: "no token" } },
      { source: "proxy", status: 401 },
    ],
    [
      "of a proxy that keeps us out, in the form of the ingress before 1.7.4",
      { status: 401, body: { message: "Unauthorized" } },
      { source: "proxy", status: 401, message: "Unauthorized" },
    ],
    [
      "of a proxy that keeps us out, in the form of a handler before 1.7.4",
      { status: 403, body: { code: 7, message: "Not allowed" } },
      { source: "proxy", status: 403, code: 7, message: "Not allowed" },
    ],
    [
      "of a handler that keeps us out, before 1.7.4",
      { status: 403, id: "inv_1", body: { code: 403, message: "Not yours" } },
      { source: "invocation", code: 403 },
    ],
    [
      "of a handler that keeps us out, in a browser",
      { status: 401, body: { code: 401, message: "Not yours", source: "invocation" } },
      { source: "invocation", code: 401 },
    ],
    ["of a proxy, in a list", { status: 500, body: ["message"] }, { source: "proxy" }],
    ["of a proxy, in JSON that is no object", { status: 500, body: "7" }, { source: "proxy" }],
    ["of a proxy, without a word", { status: 414 }, { source: "proxy", code: 414 }],
  ])("%s", async (_, answer, want) => {
    const error = await rejectionOf(call(answer));
    expect(error).toMatchObject({ name: "IngressError", attempts: 1, target, ...want });
    expect(String(error)).not.toMatch(/undefined|null/);
  });

  it("of a proxy names the request, the status, and the beginning of the answer", async () => {
    const body = `<html>Bad Gateway${".".repeat(9000)}`;
    const { message } = (await rejectionOf(call({ status: 502, body }))) as Error;
    expect(message).toContain(url);
    expect(message).toContain("502");
    expect(message).toContain("<html>Bad Gateway");
    expect(message.length).toBeLessThan(300);
  });

  it("has the server's message as it is", async () => {
    const message = "line 1\nline 2 ü";
    expect(await rejectionOf(call({ body: { ...failed, message } }))).toMatchObject({ message });
  });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])(
    "of status %d is a failure that names the new URL",
    async (status) => {
      const location = "https://new.example/S/h";
      const error = await rejectionOf(call({ status, location, body: "<html>Moved" }));
      expect(error).toMatchObject({ source: "proxy", status });
      expect(String(error)).toContain(location);
    },
  );

  it("that a browser hides is one too", async () => {
    // What browsers give: no status, no headers. Node's Response cannot be made so.
    const hidden = () =>
      Object.defineProperties(new Response(null), {
        status: { value: 0 },
        ok: { value: false },
        type: { value: "opaqueredirect" },
      });
    const error = await rejectionOf(noInputHandler(recordRequests(hidden).ingress, target)());
    expect(error).toMatchObject({ source: "proxy", status: 0 });
  });

  it("does not show the secrets of the new URL", async () => {
    const location = "https://user:secret@new.example/login?token=secret#secret";
    const error = await rejectionOf(call({ status: 302, location }));
    expect(String(error)).toContain("new.example/login");
    expect(String(error) + JSON.stringify(error)).not.toContain("secret");
  });
});

describe("a success", () => {
  test.each<[string, Answer]>([
    [
      "whose result looks like an error, with its id",
      { status: 200, id: "inv_1", body: { ...failed, code: 200 } },
    ],
    ["whose result has another code, in a browser", { status: 200, body: failed }],
    [
      "whose result is of the ingress, it says",
      { status: 200, body: { ...failed, code: 200, source: "ingress" } },
    ],
    ["whose result has no code", { status: 200, body: { message: "m", source: "invocation" } }],
  ])("%s, is a success", async (_, answer) => {
    expect(await call(answer)).toEqual(answer.body);
  });
});
