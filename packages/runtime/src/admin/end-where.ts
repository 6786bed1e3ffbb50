import type { IngressError } from "../error.js";
import type { Policy } from "../policy.js";

/** Returns a policy that does as another, but ends at once with a failure that is final. */
export function endWhere(isFinal: (error: IngressError) => boolean, policy: Policy): Policy {
  return async (attempt, request) => {
    const outcome = await policy(
      (send) =>
        attempt(send).then(
          (value) => ({ value }),
          (error: unknown) => {
            // An attempt throws nothing else.
            if (isFinal(error as IngressError)) {
              return { error };
            }
            throw error;
          },
        ),
      request,
    );
    if ("error" in outcome) {
      throw outcome.error;
    }
    return outcome.value;
  };
}
