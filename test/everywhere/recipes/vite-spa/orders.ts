import { connect, invocation, resolveAwakeable } from "@restate-codegen/runtime";
import { connectAdmin, query, sql } from "@restate-codegen/runtime/admin";

import type { RestateServer } from "../../../restate/start-server.js";

/** The orders that a server has, as the back office sees them. */
export interface Orders {
  /** Approves one that waits for that, as Mary. */
  readonly approve: (id: string) => Promise<void>;
  /** How many there are, by their runs. */
  readonly count: () => Promise<number>;
  /** Waits for the receipt of one. */
  readonly receipt: (id: string) => Promise<unknown>;
}

/** Looks at the orders of a server past everything that stands between it and a page. */
export function ordersOf({ adminUrl, ingressUrl }: RestateServer): Orders {
  const admin = connectAdmin({ url: adminUrl });
  const ingress = connect({ url: ingressUrl });
  return {
    approve: async (id) => {
      const [stored] = await query<{ readonly approval: string }>(
        admin,
        sql`select value_utf8 as approval from state
          where service_name = 'Order' and service_key = ${id} and key = 'approval'`,
      );
      await resolveAwakeable(ingress, JSON.parse(stored?.approval ?? '""'), "Mary");
    },
    count: async () => {
      const [row] = await query<{ readonly runs: number }>(
        admin,
        sql`select count(*) as runs from sys_invocation
          where target_service_name = 'Order' and target_handler_name = 'run'`,
      );
      return row?.runs ?? 0;
    },
    receipt: (id) =>
      invocation(ingress, { service: "Order", key: id, handler: "run", workflow: true }).attach(),
  };
}
