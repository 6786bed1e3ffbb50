// All that the runtime asks of its platform. Declared here, so that neither the
// DOM's types nor Node's are needed to compile it, and nothing else slips in.
// Not part of the published types.

declare class AbortController {
  readonly signal: import("./signal.js").OwnSignal;
  abort(reason: unknown): void;
}

declare class TextEncoder {
  encode(text: string | undefined): Uint8Array;
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

declare var fetch: import("./fetch.js").Fetch;
declare function setTimeout(run: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;
