import { isIngressError, type IngressError } from "@restate-codegen/runtime";

/** A result, or the runtime's own error. */
export type Outcome<T> = { readonly result: T } | { readonly error: IngressError };

/** Returns what becomes of the work. Any other error than the runtime's own is a failure of the test. */
export async function outcomeOf<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { result: await work() };
  } catch (error) {
    if (isIngressError(error)) {
      return { error };
    }
    throw error;
  }
}

/** Whether nothing was sent, because the runtime refused to. */
export function isRefusal(outcome: Outcome<unknown>): boolean {
  return "error" in outcome && outcome.error.source === "request" && outcome.error.attempts === 0;
}
