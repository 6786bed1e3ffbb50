import { setTimeout as sleep } from "node:timers/promises";

import { connect } from "@restate-codegen/runtime";
import { myObjectClient, tallyClient } from "probe/clients";

import type { RestateServer } from "../../restate/start-server.js";
import type { Errand } from "./errand.js";

/** Waits until nothing is left to run, and counts how often each errand's handler ran, where it counts. */
export async function countRuns(
  server: RestateServer,
  errands: readonly Errand[],
): Promise<readonly number[]> {
  while ((await unfinished(server.adminUrl)) > 0) {
    await sleep(200);
  }
  const ingress = connect({ url: server.ingressUrl });
  const counts: number[] = [];
  for (const { kind, label } of errands) {
    if (kind === "call an object") {
      counts.push(await myObjectClient(ingress, label).count());
    } else if (kind !== "run a workflow") {
      counts.push(await tallyClient(ingress, label).count());
    }
  }
  return counts;
}

async function unfinished(adminUrl: string): Promise<number> {
  const response = await fetch(`${adminUrl}/query`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      query: "select count(*) as open from sys_invocation where status <> 'completed'",
    }),
  });
  // The server's own format.
  const { rows } = (await response.json()) as { readonly rows: readonly { open: number }[] };
  return rows[0]?.open ?? 0;
}
