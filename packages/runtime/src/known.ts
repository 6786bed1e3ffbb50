import { IngressError, type IngressErrorDetails } from "./error.js";

/** What is known of a request so far: what an error can tell. */
export interface Known extends Omit<
  IngressErrorDetails,
  "source" | "url" | "target" | "ref" | "attempts"
> {
  /** The URL. */
  readonly url: string;
  /** Who is at fault if it goes wrong from here. */
  source: IngressErrorDetails["source"];
  /** The handler or invocation that is asked for. */
  target: IngressErrorDetails["target"];
  /** What finds the invocation again, once somebody needs it. */
  ref?: IngressErrorDetails["ref"];
  /** How many requests were sent so far. */
  attempts: number;
}

/** Returns an error that tells of a request what is known, and why it went wrong; or one of its own as it is. */
export function toError(known: Known, cause?: unknown): unknown {
  const thrown = cause as Thrown | undefined;
  const reason = (thrown?.cause?.code ?? thrown ?? `${known.attempts} attempts`) as string;
  return thrown?.attempts
    ? thrown
    : new IngressError(`${known.url}: ${known.source} error (${reason})`, { ...known, cause });
}

/** What may be thrown: an error of ours, which counts attempts, or one of the platform's, whose cause says more. */
interface Thrown {
  readonly attempts?: number;
  readonly cause?: { readonly code?: unknown };
}
