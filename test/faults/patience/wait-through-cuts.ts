import { connect, reattach } from "@restate-codegen/runtime";
import { probeClient } from "probe/clients";
import { services } from "probe/services";

import { register } from "../../restate/register.js";
import { serveEndpoint } from "../../restate/serve-endpoint.js";
import { startServer } from "../../restate/start-server.js";
import { faultyProxy } from "../faulty-proxy.js";

/** How long all of it takes. */
export interface Patience {
  /** How many ms the handler runs. */
  readonly handler: number;
  /** After how many ms of silence the proxy cuts a connection. */
  readonly cutIdleAfter: number;
}

/** What came of it. */
export interface Endurance {
  /** What the call gave. */
  readonly result: unknown;
  /** The requests that it took, as method and path. */
  readonly requests: readonly string[];
  /** How long the caller waited, in ms. */
  readonly waited: number;
}

/** Calls a slow handler through an impatient proxy, with a caller who wants the result nevertheless. */
export async function waitThroughCuts({ handler, cutIdleAfter }: Patience): Promise<Endurance> {
  const server = await startServer();
  const endpoint = await serveEndpoint(services);
  const requests: string[] = [];
  const proxy = await faultyProxy({
    target: server.ingressUrl,
    cutIdleAfter,
    route: (method, path) => {
      requests.push(`${method} ${path}`);
      return { path, fault: { kind: "pass" } };
    },
  });
  try {
    await register(server.adminUrl, endpoint.url);
    const ingress = connect({ url: proxy.url, reattach: reattach() });
    const start = Date.now();
    const result = await probeClient(ingress).sleep(handler, { idempotencyKey: "patience" });
    return { result, requests, waited: Date.now() - start };
  } finally {
    await proxy.close();
    await server.stop();
    await endpoint.close();
  }
}
