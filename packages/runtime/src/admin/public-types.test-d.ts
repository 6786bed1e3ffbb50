// Compiled with the package, never run: what callers may write, and what must not compile.
/* eslint-disable jsdoc/require-jsdoc -- Each statement says itself what it is for. */
/* eslint-disable @typescript-eslint/no-unused-expressions -- Only the types count, and some are wrong on purpose. */
import { handler, type Ingress, type Invocation, type InvocationRef } from "../index.js";
import {
  type Admin,
  cancel,
  connectAdmin,
  query,
  restartAsNew,
  resume,
  sql,
  status,
} from "./index.js";

export async function accepts(
  admin: Admin,
  handle: Invocation<{ a: string }>,
  ref: InvocationRef,
): Promise<void> {
  connectAdmin({ url: new URL("http://localhost:9070"), fetch, timeout: { seconds: 1 } });
  await cancel(admin, "inv_1", { signal: AbortSignal.timeout(1) });
  await cancel(admin, ref);
  await resume(admin, handle, { deployment: "latest" });

  const restart = await restartAsNew(admin, handle, { from: 1, deployment: "dp_1" });
  if (restart.outcome === "restarted") {
    restart.invocationId satisfies string;
  }

  const seen = await status(admin, handle);
  if (seen.status === "completed" && seen.completion.result === "failure") {
    seen.completion.code satisfies number;
  } else if (seen.status !== "unknown") {
    seen.retryCount satisfies number;
  }

  const part = sql`status in ${["paused", "running"]}`;
  const rows = await query<{ id: string }>(admin, sql`select id from sys_invocation where ${part}`);
  rows satisfies readonly { id: string }[];
  const [row] = await query(admin, sql`select ${new Date()} as now, ${1n} as one`);
  row?.["now"] satisfies unknown;
}

export async function refuses(admin: Admin, ingress: Ingress): Promise<void> {
  // @ts-expect-error: handlers are called by the ingress.
  handler(admin, { service: "S", handler: "h" });
  // @ts-expect-error: invocations are managed by the admin API.
  await cancel(ingress, "inv_1");
  // @ts-expect-error: nothing here waits for a result.
  connectAdmin({ url: "http://localhost:9070", reattach: false });
  // @ts-expect-error: a handler is no invocation.
  await cancel(admin, { service: "S", handler: "h" });
  // @ts-expect-error: only a restart has a place to begin.
  await resume(admin, "inv_1", { from: 1 });
  // @ts-expect-error: text that was put together by hand is not quoted.
  await query(admin, "select 1");
  // @ts-expect-error: nothing equals null.
  sql`id = ${null}`;
  // @ts-expect-error: nor undefined.
  sql`id = ${undefined}`;

  const { outcome } = await cancel(admin, "inv_1");
  // @ts-expect-error: a cancellation does not kill.
  outcome === "killed";
  const seen = await status(admin, "inv_1");
  // @ts-expect-error: there may be no such invocation.
  seen.target;
}
