import type { JournalValueCodec, RestateContext } from "@restatedev/restate-sdk-core";
import { expect, test } from "vitest";
import type { Fetch } from "../fetch.js";
import { accepted, rejectionOf } from "../recording/record-requests.js";
import { connect } from "./connect.js";
import { rpc } from "./opts.js";

interface Handlers {
  greet: (ctx: RestateContext, name: string) => Promise<string>;
}

/** A codec as users write one: with state, so that its methods need their `this`. */
class Flip implements JournalValueCodec {
  readonly #mask = 1;

  encode(data: Uint8Array): Uint8Array {
    return data.map((byte) => byte ^ this.#mask);
  }

  async decode(data: Uint8Array): Promise<Uint8Array> {
    return Promise.resolve(this.encode(data));
  }
}

const encoded = (value: unknown) =>
  new Flip().encode(new TextEncoder().encode(JSON.stringify(value)));
const failed = () =>
  Response.json({ code: 500, message: "no", source: "invocation" }, { status: 500 });

/** Answers one request after the other. */
function coded(journalValueCodec: JournalValueCodec, ...answers: readonly (() => Response)[]) {
  const bodies: unknown[] = [];
  const fetch: Fetch = async (_, { body }) => {
    bodies.push(body);
    return Promise.resolve((answers[bodies.length - 1] ?? failed)());
  };
  const ingress = connect({ url: "http://restate:8080", fetch, retry: true, journalValueCodec });
  return { ingress, client: ingress.serviceClient<Handlers>({ name: "S" }), bodies };
}

const greeted = () =>
  new Response(Uint8Array.from(encoded("done")), { headers: { "x-restate-id": "inv_1" } });

test("a codec encodes what is sent, and decodes results but no errors", async () => {
  const { ingress, client, bodies } = coded(new Flip(), greeted, failed, () => accepted());
  expect(await client.greet("Mary")).toBe("done");
  expect(await rejectionOf(Promise.resolve(client.greet("Mary")))).toMatchObject({ message: "no" });
  const sender = ingress.serviceSendClient<Handlers>({ name: "S" });
  expect(await sender.greet("Mary")).toMatchObject({ status: "Accepted" });
  expect(bodies).toEqual(Array(3).fill(encoded("Mary")));
});

test("a result that cannot be decoded is none of the network's faults, and not asked for again", async () => {
  const decode = async () => Promise.reject(new Error("wrong key"));
  const { client, bodies } = coded({ encode: (data) => data, decode }, greeted, greeted);
  const call = client.greet("Mary", rpc.opts({ idempotencyKey: "k" }));
  expect(await rejectionOf(Promise.resolve(call))).toMatchObject({
    source: "response",
    invocationId: "inv_1",
    target: { service: "S", handler: "greet" },
    attempts: 1,
    cause: { message: "wrong key" },
  });
  expect(bodies).toHaveLength(1);
});
