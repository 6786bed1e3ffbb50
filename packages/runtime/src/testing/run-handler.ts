import { bytes, json, type Serde } from "../serde.js";
import { type AnyFakeHandler, descriptionOf } from "./fake-services.js";
import type { HandlerInfo } from "./handler-info.js";
import { type Outcome, type Result, toExhaustedFailure, toTerminalFailure } from "./outcome.js";

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** An input as it came. */
export interface Payload {
  /** The bytes; none if there was no input. */
  readonly body: Uint8Array;
  /** What they are. */
  readonly contentType: string | undefined;
}

/** Runs a fake handler, as often as it may try, and returns what became of it. */
export async function runHandler(
  fake: AnyFakeHandler,
  payload: Payload,
  info: Omit<HandlerInfo, "attempt">,
  maxAttempts: number,
): Promise<Outcome> {
  const { handler, output } = descriptionOf(fake);
  for (let attempt = 1; ; attempt++) {
    let input: unknown;
    try {
      input = readInput(fake, payload);
    } catch (error) {
      const { message } = toExhaustedFailure(error);
      return { code: 400, message: `Failed to deserialize input: ${message}` };
    }
    try {
      return writeOutput(await handler(input, { ...info, attempt }), output);
    } catch (error) {
      const failure = toTerminalFailure(error);
      if (failure || attempt >= maxAttempts) {
        return failure ?? toExhaustedFailure(error);
      }
    }
  }
}

/** Reads an input as its handler does. Throws what the serde throws. */
export function readInput(fake: AnyFakeHandler, { body, contentType }: Payload): unknown {
  const { input = contentType === bytes.contentType ? bytes : json } = descriptionOf(fake);
  return input.deserialize(body);
}

/** Returns why the ingress refuses an input, in its own words, or undefined. */
export function findInputProblem(
  fake: AnyFakeHandler,
  { body, contentType }: Payload,
): string | undefined {
  const { input } = descriptionOf(fake);
  const expected = input ? [input.contentType] : [json.contentType, bytes.contentType];
  if (contentType === undefined) {
    return body.length > 0 ? "input validation error: Empty content-type" : undefined;
  }
  const [type] = contentType.split(";");
  return expected.includes(type)
    ? undefined
    : `input validation error: Content-type '${contentType}' does not match '${String(expected[0])}'`;
}

function writeOutput(value: unknown, output: Serde<unknown> | undefined): Result {
  if (!output && value === undefined) {
    return { body: new Uint8Array() };
  }
  // Of another realm, perhaps.
  const isBytes = Object.prototype.toString.call(value) === "[object Uint8Array]";
  const serde = output ?? (isBytes ? bytes : json);
  const written = serde.serialize(value);
  const body = typeof written === "string" ? new TextEncoder().encode(written) : written.slice();
  return { body, contentType: body.length > 0 ? serde.contentType : undefined };
}
