import { scope } from "@restate-codegen/runtime";
import { cancel, connectAdmin, query, sql, status } from "@restate-codegen/runtime/admin";
import { expect } from "chai";
import { probeClient } from "probe/clients";

import type { Checks } from "./check.js";
import { failureOf } from "./failure-of.js";
import { unique } from "./unique.js";

/** Scopes, and the admin API. */
export const managing: Checks = {
  "an invocation is found and cancelled, but not by a page": async (scene) => {
    const { ingress, adminUrl, isPage } = scene;
    const admin = connectAdmin({ url: adminUrl });
    const idempotencyKey = `it's ${unique()}`;
    const ref = { service: "Probe", handler: "echo", idempotencyKey };
    await probeClient(ingress).echo.send(1, { idempotencyKey, delay: { hours: 1 } });
    if (isPage) {
      const failure = await failureOf(() => cancel(admin, ref));
      expect(failure).to.containSubset({ source: "network" });
      return;
    }
    expect(await status(admin, ref)).to.containSubset({ status: "scheduled" });
    const count = sql`select count(*) as n from sys_invocation where idempotency_key = ${idempotencyKey}`;
    expect(await query(admin, count)).to.deep.equal([{ n: 1 }]);
    expect(await cancel(admin, ref)).to.deep.equal({ outcome: "removed" });
    expect(await cancel(admin, ref)).to.deep.equal({ outcome: "unknown" });
  },

  "a scope needs a newer server, or one with flow control": async ({ ingress, isOldServer }) => {
    const probe = probeClient(scope(ingress, "tenant"));
    const wanted = isOldServer ? "needs Restate 1.7" : "vqueues";
    expect(await failureOf(() => probe.echo(1))).to.containSubset({ source: "ingress" });
    expect((await failureOf(() => probe.echo(1))).message).to.contain(wanted);
  },
};
