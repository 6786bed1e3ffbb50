import type { IngressError } from "@restate-codegen/runtime";
import { expect, inject, TestRunner } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** Whether the test showed what an older server does instead of what it is named for. */
    showsOldServer?: boolean;
  }
}

/** Returns what is true since Restate 1.7 or, in tests about an older server, what is true there. */
export function since17<Now, Before>(now: Now, before: Before): Now | Before {
  if (inject("server") !== "old") {
    return now;
  }
  const test = TestRunner.getCurrentTest();
  if (test) {
    test.meta.showsOldServer = true;
  }
  return before;
}

/** What older servers say of what Restate 1.7 brought. */
export const needs17 = {
  source: "ingress",
  status: 404,
  message: "not found: needs Restate 1.7",
} as const;

/** Expects a result that can be had since Restate 1.7. */
export async function expectSince17(work: PromiseLike<unknown>, output: unknown): Promise<void> {
  const error = expect.objectContaining(needs17) as object;
  expect(await settled(work)).toEqual(since17({ output }, { error }));
}

/** Expects a handler's failure. With a code of success, servers before 1.7.4 pass it off as a result. */
export async function expectFailure(
  work: PromiseLike<unknown>,
  error: Partial<IngressError> & { readonly code: number },
): Promise<void> {
  const { code } = error;
  const isOfSuccess = code >= 200 && code < 300;
  const result = code === 204 ? undefined : { code };
  expect(await settled(work)).toMatchObject(
    isOfSuccess ? since17({ error }, { output: result }) : { error },
  );
}

async function settled(work: PromiseLike<unknown>): Promise<object> {
  try {
    return { output: await work };
  } catch (error) {
    return { error };
  }
}
