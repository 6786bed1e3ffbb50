import type { HandlerDescriptor, JournalValueCodec } from "@restatedev/restate-sdk-core";
import type { Fetch } from "../fetch.js";
import type { Ingress as Core } from "../ingress.js";
import type { SendOptions } from "../options.js";
import type { Serde, Serdes } from "../serde.js";
import { decodeResults } from "./decode-results.js";
import type { ConnectionOpts } from "./ingress.js";
import type { IngressSendOptions } from "./opts.js";
import { serde } from "./serde.js";

/** What everything that is done with one connection shares. */
export interface Connection extends Pick<ConnectionOpts, "serde" | "journalValueCodec" | "fetch"> {
  /** What sends the requests. */
  readonly core: Core;
}

/** The options of any request, whatever its types. */
export interface AnyOptions extends Omit<IngressSendOptions<unknown>, "input" | "output"> {
  /** Writes the input. */
  readonly input?: Serde<unknown>;
  /** Reads the output. */
  readonly output?: Serde<unknown>;
}

/** Options of one request, as the core takes them. */
export function requestOptions(options: AnyOptions): SendOptions {
  const { limitKey, headers, signal, timeout, idempotencyKey, delay } = options;
  return {
    headers: { ...headers, ...(limitKey !== undefined && { "x-restate-limit-key": limitKey }) },
    signal,
    timeout,
    idempotencyKey,
    delay,
  };
}

/** What waits for a result needs beside: the decoding of it. */
export function resultOptions({ journalValueCodec, fetch }: Connection): {
  readonly fetch?: Fetch;
} {
  return journalValueCodec ? { fetch: decodeResults(journalValueCodec, fetch) } : {};
}

/** The serdes of a call: its own, else the contract's, else the connection's, else JSON. */
export function serdesOf(
  connection: Connection,
  own: AnyOptions,
  declared: HandlerDescriptor | undefined,
): Required<Serdes<unknown, unknown>> {
  const { journalValueCodec } = connection;
  const common: Serde<unknown> = connection.serde ?? serde.json;
  const input: Serde<unknown> = own.input ?? declared?._inputSerde ?? common;
  const output: Serde<unknown> = own.output ?? declared?._outputSerde ?? common;
  return { input: journalValueCodec ? encoded(input, journalValueCodec) : input, output };
}

/** A serde whose bytes pass a codec on their way out. */
export function encoded<T>(plain: Serde<T>, codec: JournalValueCodec): Serde<T> {
  return {
    contentType: plain.contentType,
    // The serdes of the SDK write bytes; text is for ours.
    serialize: (value) => codec.encode(plain.serialize(value) as Uint8Array),
    deserialize: (data) => plain.deserialize(data),
  };
}
