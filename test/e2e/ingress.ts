import { connect, type Fetch, type Ingress } from "@restate-codegen/runtime";
import { inject } from "vitest";

import { fakeServer } from "./server/fake-server.js";

/** What each connection of these tests is made with: it leads to the real server, or to the fake in its place. */
export const server = serverOf(inject("server"));

/** A connection that the whole file shares. */
export const ingress: Ingress = connect(server);

function serverOf(kind: "real" | "fake"): { readonly url: string; readonly fetch: Fetch } {
  return kind === "fake" ? fakeServer() : { url: inject("ingressUrl"), fetch };
}
