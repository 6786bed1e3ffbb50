import { connect } from "@restate-codegen/runtime";
import { expect } from "chai";
import { probeClient } from "probe/clients";

import type { Checks } from "./check.js";
import { failureOf } from "./failure-of.js";

/** What is refused before anything is sent. */
export const refusals: Checks = {
  "idempotency keys that HTTP would change are refused": async ({ closedUrl }) => {
    const { nothing } = probeClient(connect({ url: closedUrl }));
    for (const idempotencyKey of [" a", "a ", "a\t", "é", "🫖", "a\nb", "a\0"]) {
      expect(await failureOf(() => nothing({ idempotencyKey }))).to.containSubset(refused);
    }
  },

  "headers that HTTP would change are refused, and not shown": async ({ closedUrl }) => {
    const { nothing } = probeClient(connect({ url: closedUrl }));
    for (const value of ["s3cret\n", "s3crét", " s3cret"]) {
      const error = await failureOf(() => nothing({ headers: { authorization: value } }));
      expect(error).to.containSubset(refused);
      expect(error.message).to.contain("authorization").and.not.contain("s3cr");
    }
  },

  "spans of time that are none are refused": async ({ closedUrl }) => {
    const { nothing } = probeClient(connect({ url: closedUrl }));
    for (const span of [NaN, -1, Infinity, { days: 1e9 }]) {
      expect(await failureOf(() => nothing({ timeout: span }))).to.containSubset(refused);
      expect(await failureOf(() => nothing.send({ delay: span }))).to.containSubset(refused);
    }
  },

  "input that is no JSON is refused": async ({ closedUrl }) => {
    const { echo } = probeClient(connect({ url: closedUrl }));
    expect(await failureOf(() => echo(1n))).to.containSubset(refused);
  },

  "a URL that is none is refused, and not shown": async () => {
    for (const url of ["localhost:8080", "http://user:s3cret@host", "http://host?s3cret"]) {
      const error = await failureOf(() => connect({ url }));
      expect(error).to.containSubset(refused);
      expect(error.message).to.not.contain("s3cret");
    }
  },
};

const refused = { source: "request", attempts: 0 };
