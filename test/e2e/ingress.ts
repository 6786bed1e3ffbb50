import { connect, type Ingress } from "@restate-codegen/runtime";
import { inject } from "vitest";

/** A connection to the real server that the whole run shares. */
export const ingress: Ingress = connect({ url: inject("ingressUrl") });
