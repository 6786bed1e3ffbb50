import type { IngressError } from "../error.js";
import type { Fetch } from "../fetch.js";
import type { InvocationRef } from "../invocation-ref.js";
import { decodeText, json } from "../serde.js";
import { toSegment } from "../target.js";
import type { Admin, AdminOptions } from "./connect-admin.js";
import { type AnyInvocation, findInvocation } from "./find-invocation.js";

/** A change of an invocation that may be asked for. */
export interface Change<Name extends string> {
  /** What comes after the invocation's id, with its query. */
  readonly verb: string;
  /** What each status of an answer says of the invocation. Any other is an error. */
  readonly outcomes: Readonly<Record<number, Name>>;
  /** Whether such a failure is not to be followed by another attempt. */
  readonly isFinal?: (error: IngressError) => boolean;
}

/** What became of a change. */
export interface Changed<Name extends string> {
  /** What the answer's status says. */
  readonly outcome: Name | "unknown";
  /** What else it says, if anything. */
  readonly answer: Answer;
  /** What the invocation was given by; undefined if that is an id alone. */
  readonly ref: InvocationRef | undefined;
}

/** The body of an answer: mostly empty where all is well. */
export interface Answer {
  /** Why nothing was changed. */
  readonly message?: string;
  /** The id of the invocation that a restart made. */
  readonly new_invocation_id?: string;
}

/** Asks for a change of an invocation. */
export async function change<Name extends string>(
  admin: Admin,
  which: AnyInvocation,
  { verb, outcomes, ...rest }: Change<Name>,
  options: AdminOptions | undefined,
): Promise<Changed<Name>> {
  const { id, ref } = await findInvocation(admin, which, options);
  if (id === undefined) {
    return { outcome: "unknown", answer: {}, ref };
  }
  const known: Readonly<Record<number, Name | "unknown">> = { ...outcomes, 404: "unknown" };
  return admin.ask(
    {
      path: `/invocations${toSegment(id || undefined)}/${verb}`,
      target: ref,
      fetch: patch((status) => status in known),
      read: (data, { status }) => {
        const outcome = known[status];
        if (outcome === undefined) {
          throw new TypeError(`unexpected status ${status}`);
        }
        // This is what the admin API answers; a page of something in front of it is no JSON.
        return { outcome, answer: Object(json.deserialize(data)) as Answer, ref };
      },
      ...rest,
    },
    options,
  );
}

/** Sends `PATCH`, and has what the admin API itself refuses for a reason that is expected count as an answer. */
function patch(isExpected: (status: number) => boolean): (send: Fetch) => Fetch {
  return (send) => async (url, init, known) => {
    const response = await send(url, { ...init, method: "PATCH" }, known);
    const { ok, status, headers } = response;
    if (ok || !isExpected(status)) {
      return response;
    }
    const data = await response.arrayBuffer();
    const arrayBuffer = async () => Promise.resolve(data);
    return { ok: isOfAdmin(new Uint8Array(data)), status, headers, arrayBuffer };
  };
}

/** Whether an error is the admin API's own: all of those have this field, if only as null. */
function isOfAdmin(data: Uint8Array): boolean {
  try {
    return "restate_code" in Object(JSON.parse(decodeText(data)));
  } catch {
    return false;
  }
}
