import type { ScopedTarget } from "../target.js";
import type { Clock } from "./clock.js";
import { type Identity, printIdentity } from "./identity.js";
import type { Outcome } from "./outcome.js";

/** An invocation that was accepted. */
export interface StoredInvocation {
  /** As Restate gives it. */
  readonly id: string;
  /** The handler. */
  readonly target: ScopedTarget;
  /** When a delayed one is due, in milliseconds since 1970. */
  readonly dueAt: number | undefined;
  /** What becomes of it; never rejected. */
  readonly outcome: Promise<Outcome>;
  /** When it ended; absent until then. */
  endedAt?: number;
}

/** The invocations that a fake ingress knows. */
export interface InvocationStore {
  /** Returns the id that an identity has or will have; a new one where there is none. */
  idOf(identity: Identity | undefined): string;
  /** Finds an invocation by its id, for as long as its result is kept. */
  find(id: string): StoredInvocation | undefined;
  /** Keeps an invocation, and notes when it ends. */
  add(invocation: StoredInvocation): void;
}

/** Returns a store without invocations. */
export function createInvocationStore(clock: Clock): InvocationStore {
  const ids = new Map<string, string>();
  const invocations = new Map<string, StoredInvocation>();
  let count = 0;
  const newId = () => `inv_1${String(++count).padStart(LENGTH - 5, "0")}`;
  return {
    idOf: (identity) => {
      if (!identity) {
        return newId();
      }
      const text = printIdentity(identity);
      const id = ids.get(text) ?? newId();
      ids.set(text, id);
      return id;
    },
    find: (id) => {
      const invocation = invocations.get(id);
      const expired = invocation && clock.now() >= expiryOf(invocation);
      return expired ? undefined : invocation;
    },
    add: (invocation) => {
      invocations.set(invocation.id, invocation);
      void invocation.outcome.then(() => (invocation.endedAt = clock.now()));
    },
  };
}

/** Returns until when a result is kept: the default of services, virtual objects and workflows is a day. */
export function expiryOf({ endedAt = Infinity }: StoredInvocation): number {
  return endedAt + 24 * 3_600_000;
}

/** Returns what is wrong with an id, in the server's words. */
export function problemOf(id: string): string | undefined {
  if (!/^inv_1\w*$/.test(id)) {
    return "bad format";
  }
  return id.length === LENGTH ? undefined : "bad length";
}

const LENGTH = 38;
