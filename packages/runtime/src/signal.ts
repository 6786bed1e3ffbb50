/** What is needed of an `AbortSignal`. Every platform's own is assignable to it. */
export interface Signal {
  /** What the request rejects with after an abort. */
  readonly reason: unknown;
  /** Throws the reason once aborted; a request given such a signal is never sent. */
  throwIfAborted(): void;
  /** Registers a listener, which the runtime removes as soon as its request ends. */
  addEventListener(
    type: "abort",
    listener: () => void,
    options?: { readonly signal: OwnSignal },
  ): void;
}

/** What the platform's `fetch` takes for a signal where its types are loaded, else our own outline of it. */
export type PlatformSignal = typeof globalThis extends {
  fetch: (input: never, init?: infer Init) => unknown;
}
  ? NonNullable<NonNullable<Init> extends { signal?: infer Platform } ? Platform : Signal>
  : Signal;

/** The signal of an `AbortController` of ours. */
export type OwnSignal = Signal &
  Omit<PlatformSignal, "onabort"> & {
    /** Called on the abort. */
    onabort: (() => void) | null;
    /** Registers a listener for as long as there is the signal. */
    addEventListener(type: "abort", listener: () => void): void;
  };
