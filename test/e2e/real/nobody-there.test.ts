// Nobody is there to be real or fake: what the platform's own `fetch` makes of it.

import { connect, resolveAwakeable, retry } from "@restate-codegen/runtime";
import { probeClient } from "probe/clients";
import { expect, test } from "vitest";

import { freePorts } from "../../restate/free-ports.js";

const eager = retry({ maxAttempts: 4, initialInterval: 10 });

test("a call fails with the URL and what to check", async () => {
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  await expect(probeClient(connect({ url })).nothing()).rejects.toMatchObject({
    name: "IngressError",
    source: "network",
    message: expect.stringContaining(url),
    attempts: 1,
  });
});

test("an awakeable is resolved in spite of failures, and takes the options of any request", async () => {
  const [port] = await freePorts(1);
  const ingress = connect({ url: `http://127.0.0.1:${port}`, retry: eager });
  await expect(resolveAwakeable(ingress, "sign_1x", 1)).rejects.toMatchObject({
    source: "network",
    attempts: 4,
  });
  const hasty = { retry: retry({ initialInterval: 5_000 }), timeout: 100 };
  await expect(resolveAwakeable(ingress, "sign_1x", 1, hasty)).rejects.toMatchObject({
    source: "timeout",
  });
});
