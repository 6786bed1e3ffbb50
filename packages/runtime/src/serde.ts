declare const TextDecoder: new () => { decode(data: Uint8Array): string };

/** How values of one type become bytes and back. The serdes of Restate's SDK are of this form. */
export interface Serde<T> {
  /** Sent as `content-type`, unless the body is empty. */
  readonly contentType?: string | undefined;
  /** Returns the request's body. */
  serialize(value: T): Uint8Array | string;
  /** Reads a result. An empty result is an empty array. */
  deserialize(data: Uint8Array): T;
}

/** The serdes of a handler; JSON where none is given. */
export interface Serdes<Input, Output> extends OutputSerde<Output> {
  /** Writes the input. */
  readonly input?: Serde<Input> | undefined;
}

/** The serde of a handler without input; JSON if none is given. */
export interface OutputSerde<Output> {
  /** Reads the output. */
  readonly output?: Serde<Output> | undefined;
}

/** The half of a serde that writes. */
export type InputSerde = Pick<Serde<unknown>, "contentType" | "serialize">;

/** Bytes as they are (`application/octet-stream`). */
export const bytes: Serde<Uint8Array> = {
  contentType: "application/octet-stream",
  serialize: (value) => value,
  deserialize: (data) => data,
};

/** JSON, where an empty body stands for `undefined`. */
export const json: Serde<unknown> = {
  contentType: "application/json",
  serialize: JSON.stringify,
  deserialize: (data): unknown => (data.length > 0 ? JSON.parse(decodeText(data)) : undefined),
};

/** Decodes UTF-8. */
export function decodeText(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}
