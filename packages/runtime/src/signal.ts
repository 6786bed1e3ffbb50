/** What is needed of an `AbortSignal`. Every platform's own is assignable to it. */
export interface Signal {
  /** True once aborted; a request given such a signal is never sent. */
  readonly aborted: boolean;
  /** What the request rejects with after an abort. */
  readonly reason: unknown;
  /** Registers a listener, which the runtime removes as soon as its request ends. */
  addEventListener(type: "abort", listener: () => void): void;
  /** Removes a listener again. */
  removeEventListener(type: "abort", listener: () => void): void;
}

/** What the platform's `fetch` takes for a signal where its types are loaded, else our own outline of it. */
export type PlatformSignal = typeof globalThis extends {
  fetch: (input: never, init?: infer Init) => unknown;
}
  ? NonNullable<NonNullable<Init> extends { signal?: infer Platform } ? Platform : Signal>
  : Signal;

/** The signal of an `AbortController` of ours. */
export type OwnSignal = Signal & Omit<PlatformSignal, "onabort"> & Throwing;

/** What our own signals are asked for beside that. */
export interface Throwing {
  /** Throws the reason once aborted. */
  throwIfAborted(): void;
  /** Called on the abort. */
  onabort: (() => void) | null;
}
