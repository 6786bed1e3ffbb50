import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";

import { generate } from "selfsigned";

import type { RestateServer } from "../../../restate/start-server.js";

/** Stands for Restate Cloud: in front of a server's two APIs it asks for a key, over TLS. */
export interface CloudGate extends GateState {
  readonly ingressUrl: string;
  readonly adminUrl: string;
  /** What makes it trusted, as PEM. */
  readonly certificate: string;
  /** Cuts all connections, and stops. */
  readonly close: () => Promise<void>;
}

interface GateState {
  /** The keys that count at the moment, and what they open. */
  readonly keys: Map<string, "all" | "ingress">;
  /** What became of each request so far: `POST /Reports/write 401`, or `left` where nobody waits for its answer any more. */
  readonly seen: string[];
  /** What is to happen once: when a request has arrived, or when it was passed on, whose connection is cut then. */
  readonly next: Map<"arrival" | "cut", () => void>;
}

/** An API of a server, and the gate in front of it. */
interface GatedApi {
  readonly name: "ingress" | "admin";
  readonly url: string;
  readonly state: GateState;
}

/** Starts one on free ports of 127.0.0.1. */
export async function cloudGate({ ingressUrl, adminUrl }: RestateServer): Promise<CloudGate> {
  const state: GateState = { keys: new Map(), seen: [], next: new Map() };
  const { private: key, cert } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  const ingress = await open({ key, cert }, { name: "ingress", url: ingressUrl, state });
  const admin = await open({ key, cert }, { name: "admin", url: adminUrl, state });
  return {
    ...state,
    ingressUrl: urlOf(ingress),
    adminUrl: urlOf(admin),
    certificate: cert,
    close: async () => {
      for (const gate of [ingress, admin]) {
        gate.closeAllConnections();
        await new Promise((resolve) => gate.close(resolve));
      }
    },
  };
}

async function open(identity: ServerOptions, api: GatedApi): Promise<Server> {
  const gate = createServer(identity, (request, response) => {
    answer(request, response, api).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => gate.listen(0, "127.0.0.1", resolve));
  return gate;
}

function urlOf(gate: Server): string {
  // A listening TCP server has a port; the other forms are for pipes.
  const { port } = gate.address() as AddressInfo;
  return `https://127.0.0.1:${port}`;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { name, url, state }: GatedApi,
): Promise<void> {
  const saw = (what: string | number) =>
    state.seen.push(`${request.method} ${request.url} ${what}`);
  const body = await bodyOf(request);
  const left = () => saw("left");
  response.once("close", left).once("finish", () => response.off("close", left));
  take(state, "arrival")?.();
  const key = request.headers.authorization?.replace("Bearer ", "") ?? "";
  const opens = state.keys.get(key);
  if (opens !== "all" && opens !== name) {
    const status = opens === undefined ? 401 : 403;
    const form = refusals[state.seen.length % refusals.length];
    saw(status);
    response.writeHead(status).end(form);
    return;
  }
  const passed = passOn(request, url, body);
  const cut = take(state, "cut");
  if (cut) {
    response.off("close", left);
    saw("cut");
    cut();
    request.socket.destroy();
    await passed;
    return;
  }
  const answered = await passed;
  if (response.closed) {
    return;
  }
  saw(answered.status);
  response.writeHead(
    answered.status,
    [...answered.headers].filter(([header]) => isPassedOn(header)).flat(),
  );
  response.end(new Uint8Array(await answered.arrayBuffer()));
}

/** How the cloud refuses is not documented, so these take turns. The last has the form of a handler's error in Restate 1.6. */
const refusals = ["", "No.", '{"message":"Unauthorized"}', '{"code":16,"message":"Unauthorized"}'];

function take({ next }: GateState, moment: "arrival" | "cut"): (() => void) | undefined {
  const what = next.get(moment);
  next.delete(moment);
  return what;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

/** Sends a request on without its key, which is none of the server's business. */
async function passOn(
  { method = "", url = "", headers }: IncomingMessage,
  target: string,
  body: Buffer,
): Promise<Response> {
  const own = Object.entries(headers)
    .filter(([name]) => isPassedOn(name) && name !== "authorization")
    .map(([name, value]) => [name, String(value)]);
  return fetch(target + url, {
    method,
    headers: Object.fromEntries(own) as Record<string, string>,
    body: body.length > 0 ? new Uint8Array(body) : null,
  });
}

/** Whether a header is for who is at the end of the way, and not for the next one on it. */
function isPassedOn(name: string): boolean {
  return !/^(?:host|connection|keep-alive|expect|transfer-encoding|content-(?:length|encoding))$/.test(
    name,
  );
}
