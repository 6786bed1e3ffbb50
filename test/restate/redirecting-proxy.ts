import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that answers each request with a redirect to the same path elsewhere. */
export interface RedirectingProxy {
  /** What to connect to instead of the ingress. */
  readonly url: string;
  /** The requests so far, as method and path. */
  readonly requests: readonly string[];
  /** Stops it. */
  readonly close: () => Promise<void>;
}

/** Starts a proxy that redirects to `target` with the given status. */
export async function redirectingProxy(status: number, target: string): Promise<RedirectingProxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    request.resume();
    response.writeHead(status, { location: `${target}${request.url}` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has a port; the other forms are for pipes.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
