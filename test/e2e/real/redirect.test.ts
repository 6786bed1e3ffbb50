// The redirect is real HTTP, between the runtime and the ingress.

import { randomUUID } from "node:crypto";

import { connect } from "@restate-codegen/runtime";
import { probeClient, tallyClient } from "probe/clients";
import { afterEach, describe, expect, inject, it } from "vitest";

import { redirectingProxy, type RedirectingProxy } from "../../restate/redirecting-proxy.js";
import { ingress } from "../ingress.js";

const proxies: RedirectingProxy[] = [];

afterEach(async () => {
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
});

async function startProxy(status: number): Promise<RedirectingProxy> {
  const proxy = await redirectingProxy(status, inject("ingressUrl"));
  proxies.push(proxy);
  return proxy;
}

describe.each([301, 302, 303, 307, 308])("a proxy that answers %i", (status) => {
  it("gets one request, and the handler never runs", async () => {
    const proxy = await startProxy(status);
    const label = randomUUID();
    const { counted } = probeClient(connect({ url: proxy.url }));
    for (const request of [() => counted(label), () => counted.send(label)]) {
      await expect(request()).rejects.toMatchObject({
        name: "IngressError",
        source: "proxy",
        status,
        message: expect.stringContaining(`${inject("ingressUrl")}/Probe/counted`),
      });
    }
    expect(proxy.requests).toEqual(["POST /Probe/counted", "POST /Probe/counted/send"]);
    expect(await tallyClient(ingress, label).count()).toBe(0);
  });

  it("is an error for who attaches, too", async () => {
    const proxy = await startProxy(status);
    const { invocationId } = await probeClient(ingress).nothing.send();
    const { nothing } = probeClient(connect({ url: proxy.url }));
    const attached = nothing.invocation(String(invocationId)).attach();
    await expect(attached).rejects.toMatchObject({ source: "proxy", status });
    expect(proxy.requests).toHaveLength(1);
  });
});
