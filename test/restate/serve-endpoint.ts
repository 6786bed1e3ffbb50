import { createServer, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";

import { createEndpointHandler, type EndpointOptions } from "@restatedev/restate-sdk";

/** Services that are being served. */
export interface Endpoint {
  /** What to register. */
  readonly url: string;
  /** Cuts what is still running, and stops. */
  readonly close: () => Promise<void>;
}

/** Serves services over HTTP/2 without TLS, on a free port of 127.0.0.1. */
export async function serveEndpoint(services: EndpointOptions["services"]): Promise<Endpoint> {
  const server = createServer(createEndpointHandler({ services, logger: () => undefined }));
  const sessions = new Set<ServerHttp2Session>();
  server.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has a port; the other forms are for pipes.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      sessions.forEach((session) => session.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
