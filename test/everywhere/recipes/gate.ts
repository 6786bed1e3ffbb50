import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";

/** What stands before an ingress, and looks at who comes along. */
export interface Gate {
  /** What to connect to instead of the ingress. */
  readonly url: string;
  /** What came along until now. */
  readonly passed: () => readonly Passed[];
  /** What of it has no whole answer yet, and somebody who waits for one. */
  readonly waiting: () => readonly Passed[];
  /** Lets nobody through any more. */
  readonly close: () => Promise<void>;
}

/** A request. */
export interface Passed {
  /** Its method and path. */
  readonly line: string;
  readonly authorization: string | undefined;
}

/** Puts one before an ingress. */
export async function gateBefore(target: string): Promise<Gate> {
  const passed: Passed[] = [];
  const waiting = new Set<Passed>();
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    const one = { line: `${method} ${url}`, authorization: headers.authorization };
    passed.push(one);
    waiting.add(one);
    const onward = send(target + url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => {
      waiting.delete(one);
      onward.destroy();
    });
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has a port; the other forms are for pipes.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    passed: () => passed,
    waiting: () => [...waiting],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
