import { randomUUID } from "node:crypto";

import { handler, invocation, type InvocationRef } from "@restate-codegen/runtime";
import { cancel, kill, purge, query, sql, status } from "@restate-codegen/runtime/admin";
import { describe, expect, it } from "vitest";

import { ingress } from "../ingress.js";
import { admin, finish, statusOf, submitWorkflow, untilIts } from "./connection.js";
import { states } from "./managed-services.js";

const unknown = { outcome: "unknown" };

describe("an invocation is found", () => {
  it.each(["plain", "it's \\' \" %_ ü \u{1f600}", "' or '1'='1"])("by the key %s", async (odd) => {
    const key = odd + randomUUID();
    const target = { service: "ManagedObject", key, handler: "run" };
    const idempotencyKey = `${key.replace(/[^ -~]/gu, "")}`;
    const { invocationId } = await handler(ingress, target).send(undefined, {
      idempotencyKey,
      delay: { hours: 1 },
    });
    const ref = { ...target, idempotencyKey };
    expect((await statusOf(ref)).invocationId).toBe(invocationId);
    expect(await cancel(admin, { ...ref, key: `${key}'` })).toEqual(unknown);
    expect(await cancel(admin, ref)).toEqual({ outcome: "removed" });
    expect(await cancel(admin, ref)).toEqual(unknown);
  });

  it("by a workflow's key", async () => {
    const key = randomUUID();
    const ref = { service: "ManagedWorkflow", key, handler: "run", workflow: true } as const;
    expect(await status(admin, ref)).toEqual({ status: "unknown" });
    await (await submitWorkflow(key)).attach();
    expect(await status(admin, ref)).toMatchObject({ status: "completed", target: { key } });
    expect(await purge(admin, invocation(ingress, ref))).toEqual({ outcome: "purged" });
    expect(await purge(admin, ref)).toEqual(unknown);
  });

  it("by a reference that was stored", async () => {
    const stored = JSON.stringify(await states.scheduled(ingress));
    const ref = JSON.parse(stored) as InvocationRef;
    expect(await kill(admin, ref)).toEqual({ outcome: "killed" });
  });
});

describe("the status", () => {
  it("of a failure has its code and message", async () => {
    const sent = await handler(ingress, { service: "Managed", handler: "refuse" }).send(undefined);
    await untilIts(sent, "completed");
    const completion = { result: "failure", code: 418, message: "no tea" };
    expect(await status(admin, sent)).toMatchObject({ status: "completed", completion });
  });

  it("of a success says so, when, and for whom", async () => {
    const sent = await finish.send(7, { idempotencyKey: randomUUID() });
    await sent.attach();
    expect(await status(admin, sent)).toMatchObject({
      status: "completed",
      invocationId: sent.invocationId,
      target: { service: "Managed", handler: "finish" },
      invokedBy: "ingress",
      createdAt: expect.stringMatching(time) as unknown,
      modifiedAt: expect.stringMatching(time) as unknown,
      completedAt: expect.stringMatching(time) as unknown,
      deploymentId: expect.stringMatching(/^dp_/) as unknown,
      completion: { result: "success" },
    });
  });

  it("of what stumbles says over what, how often, and until when", async () => {
    const sent = await states["backing-off"](ingress);
    await untilIts(sent, "backing-off");
    expect(await status(admin, sent)).toMatchObject({
      retryCount: 1,
      nextRetryAt: expect.stringMatching(time) as unknown,
      lastFailure: { message: expect.stringContaining("stumbled") as unknown, code: "RT0007" },
    });
    await kill(admin, sent);
  });

  it("of what is scheduled says for when", async () => {
    const sent = await states.scheduled(ingress);
    const { scheduledFor } = await statusOf(sent);
    expect(Date.parse(scheduledFor ?? "")).toBe(Date.parse(sent.executionTime ?? ""));
    await kill(admin, sent);
  });
});

describe("a query", () => {
  it("gives values back as they are, whatever is in them", async () => {
    const odd = "it's \\ \\' '' \" -- /* $1 ü \u{1f600}\n; drop";
    const at = new Date(1_700_000_000_000);
    const rows = await query<Record<string, unknown>>(
      admin,
      sql`select ${odd} as odd, ${-1.5} as number, ${7n} as big, ${true} as yes, ${at} as at`,
    );
    expect(rows).toEqual([{ odd, number: -1.5, big: 7, yes: true, at: "2023-11-14T22:13:20" }]);
  });

  it.each([
    [[], false],
    [["a", "it's"], true],
    [["b"], false],
  ])("takes the list %j", async (list, isThere) => {
    const rows = await query(admin, sql`select 1 as one where ${"it's"} in ${list}`);
    expect(rows).toHaveLength(isThere ? 1 : 0);
    const others = await query(admin, sql`select 1 as one where ${"it's"} not in ${list}`);
    expect(others).toHaveLength(isThere ? 0 : 1);
  });

  it("compares times, and leaves out what is null", async () => {
    const sent = await finish.send(7);
    await sent.attach();
    const since = new Date(Date.now() - 3_600_000);
    const rows = await query<{ id: string; target_service_key?: string }>(
      admin,
      sql`select id, target_service_key from sys_invocation
        where id = ${sent.invocationId as string} and created_at > ${since}`,
    );
    expect(rows).toEqual([{ id: sent.invocationId }]);
  });

  it("that is wrong says so", async () => {
    const wrong = query(admin, sql`select nothing`);
    await expect(wrong).rejects.toMatchObject({ source: "ingress", attempts: 1 });
  });
});

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
