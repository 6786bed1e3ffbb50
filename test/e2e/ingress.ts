import {
  connect,
  scope,
  type ConnectOptions,
  type Fetch,
  type Ingress,
} from "@restate-codegen/runtime";
import { inject } from "vitest";

import { fakeServer } from "./server/fake-server.js";

const kind = inject("server");

/** Where each connection of these tests leads: to the real server, or to the fake in its place. */
export const server: Pick<ConnectOptions, "url"> & { readonly fetch: Fetch } =
  kind === "fake" ? fakeServer() : { url: inject("ingressUrl"), fetch };

/** Connects to the server, or within a scope of it. */
export function connectHere(options: Partial<ConnectOptions> = {}): Ingress {
  const connection = connect({ ...server, ...options });
  return kind === "scope" ? scope(connection, "e2e") : connection;
}

/** A connection that the whole file shares. */
export const ingress: Ingress = connectHere();

/** The same outside of any scope, where handlers call each other. */
export const outside: Ingress = connect(server);

/** Where a handler at a path is called, or sent to. */
export function pathHere(verb: "call" | "send", path: string): string {
  const suffix = verb === "send" ? "/send" : "";
  return kind === "scope" ? `/restate/scope/e2e/${verb}${path}` : path + suffix;
}
