// What a client does not have, a fake need not refuse.

import { noInputHandler } from "@restate-codegen/runtime";
import { expect, it } from "vitest";

import { ingress } from "../ingress.js";

it("the ingress refuses a private handler", async () => {
  const secret = noInputHandler(ingress, { service: "Probe", handler: "secret" });
  for (const request of [() => secret(), () => secret.send()]) {
    await expect(request()).rejects.toMatchObject({
      source: "ingress",
      code: 400,
      status: 400,
      message: "the invoked service is not public",
      attempts: 1,
    });
  }
});
