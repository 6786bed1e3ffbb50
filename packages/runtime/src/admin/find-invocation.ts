import type { InvocationRef } from "../invocation-ref.js";
import type { Invocation } from "../invocation.js";
import type { Admin, AdminOptions } from "./connect-admin.js";
import type { InvocationRow } from "./invocation-row.js";
import { query } from "./query.js";
import { type Sql, sql } from "./sql.js";

/** An invocation: its id, a reference to it, or what `send`, `submit` and `invocation` give. */
export type AnyInvocation = string | InvocationRef | Invocation<unknown>;

/** What is known of an invocation. */
export interface FoundInvocation {
  /** Its id; undefined if there is no such invocation. */
  readonly id: string | undefined;
  /** What it was asked for by; undefined if that is an id alone. */
  readonly ref: InvocationRef | undefined;
}

/** Finds the id of an invocation. Asks the server only if it is not known. */
export async function findInvocation(
  admin: Admin,
  which: AnyInvocation,
  options: AdminOptions | undefined,
): Promise<FoundInvocation> {
  if (typeof which === "string") {
    return { id: which, ref: undefined };
  }
  const ref = toRef(which);
  return { id: ref.invocationId ?? (await findRow(admin, ref, options))?.id, ref };
}

/** Finds the row of an invocation; undefined if there is none. */
export async function findRow(
  admin: Admin,
  which: AnyInvocation,
  options: AdminOptions | undefined,
): Promise<InvocationRow | undefined> {
  if (typeof which === "string") {
    return (await findRows(admin, sql`id = ${which}`, options))[0];
  }
  const ref = toRef(which);
  const rows = await findRows(admin, conditionOf(ref), options);
  // One for each scope, and the id says it already. Restate 1.6 has no such column to ask for.
  return rows.find((row) => ref.invocationId !== undefined || row.scope === ref.scope);
}

async function findRows(
  admin: Admin,
  condition: Sql,
  options: AdminOptions | undefined,
): Promise<readonly InvocationRow[]> {
  return query(admin, sql`select * from sys_invocation where ${condition}`, options);
}

function toRef(which: InvocationRef | Invocation<unknown>): InvocationRef {
  return "toJSON" in which ? which.toJSON() : which;
}

function conditionOf({ invocationId, idempotencyKey, service, key, handler }: InvocationRef): Sql {
  if (invocationId !== undefined) {
    return sql`id = ${invocationId}`;
  }
  const target = sql`target_service_name = ${service} and target_handler_name = ${handler}`;
  const keyed = key === undefined ? target : sql`${target} and target_service_key = ${key}`;
  // A workflow's run has none, and is the only invocation that a key has of that handler.
  return idempotencyKey === undefined
    ? keyed
    : sql`${keyed} and idempotency_key = ${idempotencyKey}`;
}
