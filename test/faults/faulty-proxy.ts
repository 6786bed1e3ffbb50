import {
  createServer,
  request as sendRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What happens to one request. */
export type Fault =
  /** It reaches the server, after a while, and so does its answer the caller. */
  | { readonly kind: "pass"; readonly delay?: number }
  /** The connection is reset before the server sees the request. */
  | { readonly kind: "reset" }
  /** The server answers, and the connection is reset after a while instead of passing the answer on. */
  | { readonly kind: "swallow"; readonly delay?: number }
  /** The server answers, and only half of the answer's body is passed on. */
  | { readonly kind: "truncate" }
  /** Nothing happens at all, for as long as the caller waits. */
  | { readonly kind: "hang" }
  /** The proxy answers. With `forward`, the server gets the request nevertheless. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly forward?: boolean;
    };

/** Where a request goes, and what happens to it on the way. */
export interface Route {
  /** The path and query at the server. */
  readonly path: string;
  /** What goes wrong. */
  readonly fault: Fault;
}

/** A proxy in front of an ingress, that does harm. */
export interface FaultyProxy {
  /** What to connect to instead of the ingress. */
  readonly url: string;
  /** Cuts all connections, and takes new ones. */
  readonly cut: () => void;
  /** Stops it, and cuts all connections. */
  readonly close: () => Promise<void>;
}

/** What a proxy is asked with. */
export interface ProxyOptions {
  /** The URL of the ingress. */
  readonly target: string;
  /** Decides on one request. */
  readonly route: (method: string, path: string) => Route;
  /** After how many ms a connection is cut on which nothing moves; never by default. */
  readonly cutIdleAfter?: number;
}

/** Starts a proxy on a free port of 127.0.0.1. */
export async function faultyProxy({
  target,
  route,
  cutIdleAfter = 0,
}: ProxyOptions): Promise<FaultyProxy> {
  const server = createServer((request, response) => {
    const { fault, path } = route(request.method ?? "", request.url ?? "");
    handle(request, response, fault, target + path).catch(() => reset(response));
  });
  server.on("connection", (socket) => {
    socket.setTimeout(cutIdleAfter, () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has a port; the other forms are for pipes.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cut: () => server.closeAllConnections(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault,
  url: string,
): Promise<void> {
  const body = await readAll(request);
  switch (fault.kind) {
    case "hang":
      return;
    case "reset":
      return reset(response);
    case "answer":
      if (fault.forward === true) {
        await forward(request, url, body);
      }
      // A page may read it, as it may read what Restate answers.
      response.writeHead(fault.status, { "access-control-allow-origin": "*", ...fault.headers });
      response.end(fault.body);
      return;
    case "pass":
      await sleep(fault.delay ?? 0);
      return deliver(response, await forward(request, url, body));
    case "swallow":
      await forward(request, url, body);
      await sleep(fault.delay ?? 0);
      return reset(response);
    case "truncate": {
      const answer = await forward(request, url, body);
      response.writeHead(answer.status, answer.headers);
      response.write(answer.body.subarray(0, answer.body.length / 2));
      // What was written is to leave before the connection ends.
      await sleep(20);
      response.destroy();
    }
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

function forward(request: IncomingMessage, url: string, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, headers } = request;
    const outgoing = sendRequest(url, { method, headers }, (incoming) => {
      readAll(incoming).then(
        (answer) =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: answer,
          }),
        reject,
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function deliver(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers);
  response.end(body);
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    // No encoding is set, so it is bytes.
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
