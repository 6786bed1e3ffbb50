import { decodeText, json, type Serde } from "../serde.js";
import { TerminalError } from "./terminal-error.js";

/** An awakeable: what waits, and the id with which anybody completes it through the ingress. */
export interface Awakeable<T> {
  /** What `resolveAwakeable` and `rejectAwakeable` take. */
  readonly id: string;
  /** Fulfilled with the payload, or rejected with a `TerminalError` of the reason. */
  readonly promise: Promise<T>;
}

/** The awakeables of a fake ingress. */
export interface Awakeables {
  /** Makes one. Its payload is JSON, unless a serde says otherwise. */
  create<T>(serde?: Serde<T>): Awakeable<T>;
  /** Completes one; only the first time counts, and so does no id that is unknown. */
  complete(id: string, verb: "resolve" | "reject", body: Uint8Array): void;
}

/** Returns a fake ingress's awakeables: none yet. */
export function createAwakeables(): Awakeables {
  const waiting = new Map<string, (verb: "resolve" | "reject", body: Uint8Array) => void>();
  let count = 0;
  return {
    // Who awaits it says what it is resolved with.
    create: <T>(serde: Serde<T> = json as Serde<T>) => {
      const id = `sign_1${String(++count).padStart(LENGTH, "0")}`;
      const promise = new Promise<Uint8Array>((resolve, reject) => {
        waiting.set(id, (verb, body) => {
          if (verb === "resolve") {
            resolve(body);
          } else {
            reject(new TerminalError(decodeText(body)));
          }
        });
      }).then((body) => serde.deserialize(body));
      // It may be rejected before anybody waits, or without.
      promise.catch(() => undefined);
      return { id, promise };
    },
    complete: (id, verb, body) => waiting.get(id)?.(verb, body),
  };
}

const LENGTH = 33;
