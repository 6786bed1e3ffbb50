import { expect, it, test } from "vitest";
import { handler, noInputHandler, optionalInputHandler } from "./handler.js";
import { bytes, type Serde } from "./serde.js";
import { recordRequests } from "./recording/record-requests.js";

const target = { service: "Files", handler: "store" };

/** A serde as the server may have it. */
const upperCase: Serde<string> = {
  contentType: "text/x-upper",
  serialize: (value) => new TextEncoder().encode(value.toUpperCase()),
  deserialize: (data) => new TextDecoder().decode(data).toLowerCase(),
};

test.each([
  ["some", new Uint8Array([0, 255, 10])],
  ["no", new Uint8Array()],
])("%s bytes are read as they are", async (_, data) => {
  const { ingress } = recordRequests(() => new Response(data));
  expect(await noInputHandler(ingress, target, { output: bytes })()).toEqual(data);
});

it("sends bytes as they are, even a part of a buffer", async () => {
  const { ingress, requests } = recordRequests();
  const store = handler<Uint8Array, string>(ingress, target, { input: bytes });
  await store(new TextEncoder().encode("abcdef").subarray(2, 4));
  expect(requests[0]).toMatchObject({
    body: "cd",
    headers: { "content-type": "application/octet-stream" },
  });
});

it("sends no bytes without a content type", async () => {
  const { ingress, requests } = recordRequests();
  await handler(ingress, target, { input: bytes })(new Uint8Array());
  expect(requests[0]?.body ?? "").toBe("");
  expect(requests[0]?.headers).toEqual({});
});

it("writes and reads with a serde of one's own", async () => {
  const { ingress, requests } = recordRequests(() => new Response("DONE"));
  const shout = handler(ingress, target, { input: upperCase, output: upperCase });
  expect(await shout("hey")).toBe("done");
  expect(requests[0]).toMatchObject({ body: "HEY", headers: { "content-type": "text/x-upper" } });
});

it("uses JSON for the side that has no serde", async () => {
  const { ingress, requests } = recordRequests(() => Response.json({ ok: true }));
  expect(await handler(ingress, target, { input: upperCase })("hey")).toEqual({ ok: true });
  await handler(ingress, target, { output: bytes })("hey");
  expect(requests[1]?.body).toBe('"hey"');
});

it("lets a serde write the input that is not there, if it will", async () => {
  const { ingress, requests } = recordRequests();
  const input = { ...upperCase, serialize: (value?: string) => value ?? "" };
  await optionalInputHandler(ingress, target, { input })();
  expect(requests[0]).toMatchObject({ body: null, headers: {} });
});
