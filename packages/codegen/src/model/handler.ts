import type { Doc } from "./doc.js";
import type { SourceRange } from "./source-range.js";
import type { TypeModel } from "./type-model.js";

/** A handler as its callers see it. */
export interface Handler {
  /** As registered with Restate; part of the URL. */
  readonly name: string;
  /** A private handler can only be called from inside Restate, so it gets no client method. */
  readonly access: Access;
  /** What the caller sends. */
  readonly input: Payload;
  /** What the caller gets. */
  readonly output: Payload;
  readonly doc?: Doc;
  readonly range: SourceRange;
}

/** A handler of a virtual object. */
export interface ObjectHandler extends Handler {
  /** Exclusive handlers of one key run one at a time; shared ones beside them. */
  readonly concurrency: "exclusive" | "shared";
}

/** Whether the ingress accepts calls. */
export type Access = "public" | "private";

/**
 * One direction of a handler. `none` is an empty body; an `optional` payload may be empty:
 * an input that may be left out, or an output `T | undefined`.
 */
export type Payload = EmptyPayload | PresentPayload;

/** Nothing travels. */
export interface EmptyPayload {
  readonly presence: "none";
}

/** Something that travels. */
export type PresentPayload = TypedPayload | CustomPayload;

/** A payload whose wire format is known. */
export interface TypedPayload {
  readonly presence: "optional" | "required";
  readonly type: TypeModel;
  /** How it becomes bytes. */
  readonly serde: "json" | "bytes";
  /** What the ingress wants of an input instead of the serde's own content type. */
  readonly contentType?: string;
}

/** A payload of which only a serde of the user's knows what it is on the wire; callers have to bring that serde. */
export interface CustomPayload {
  readonly presence: "required";
  readonly serde: "custom";
}

/** The type of a payload, where there is one that is known. */
export function typeOf(payload: Payload): TypeModel | undefined {
  return payload.presence === "none" || payload.serde === "custom" ? undefined : payload.type;
}
