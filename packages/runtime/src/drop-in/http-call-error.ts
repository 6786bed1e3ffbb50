import { IngressError, type IngressErrorDetails } from "../error.js";

/** A failure that an answer tells of: the handler's own, Restate's, or that of something in front of it. */
export class HttpCallError extends IngressError {
  /** The HTTP status. A handler may have failed with any, even 200. */
  declare readonly status: number;
  /** The body of the answer. */
  declare readonly responseText: string;

  /** Tests of an application may make one, to see how it copes. */
  constructor(
    status: number,
    responseText: string,
    message: string,
    details: IngressErrorDetails = { source: "ingress" },
  ) {
    super(message, { ...details, status });
    // The body may hold what the log should not; it is there for those who ask for it.
    Object.defineProperty(this, "responseText", { value: responseText });
  }
}
