// The fake has every scope that it is asked for.

import { scope } from "@restate-codegen/runtime";
import { probeClient } from "probe/clients";
import { expect, it } from "vitest";

import { ingress } from "../ingress.js";
import { needs17, since17 } from "../since-17.js";

it("a server without flow control says what is missing", async () => {
  const withoutFlowControl = {
    source: "ingress",
    status: 400,
    message: "scoped invocations require vqueues to be enabled",
  };
  await expect(probeClient(scope(ingress, "tea")).echo(1)).rejects.toMatchObject(
    since17(withoutFlowControl, needs17),
  );
});
