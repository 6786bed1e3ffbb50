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

/** The signal of an `AbortController` of ours. */
export interface OwnSignal extends Signal {
  /** Throws the reason once aborted. */
  throwIfAborted(): void;
}
