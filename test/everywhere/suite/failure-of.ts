import { isIngressError, type IngressError } from "@restate-codegen/runtime";

/** Returns the error that the work fails with, which has to be the runtime's own. */
export async function failureOf(work: () => unknown): Promise<IngressError> {
  const reason = await reasonOf(work);
  if (!isIngressError(reason)) {
    throw new Error(`It should have failed with an IngressError, not with ${String(reason)}`);
  }
  return reason;
}

/** Returns what the work fails with. */
export async function reasonOf(work: () => unknown): Promise<unknown> {
  let result: unknown;
  try {
    result = await work();
  } catch (reason) {
    return reason;
  }
  throw new Error(`It should have failed, and gave ${JSON.stringify(result)}`);
}
