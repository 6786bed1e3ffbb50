import { connect, type Ingress } from "@restate-codegen/runtime";
import { inject, onTestFinished } from "vitest";

import { faultyProxy } from "../faults/faulty-proxy.js";

/** A connection to the real server whose requests are seen as they arrive there. */
export interface RecordedIngress {
  /** What clients are made of. */
  readonly ingress: Ingress;
  /** Returns the segments of the paths since the last time, decoded. */
  readonly takePaths: () => readonly (readonly string[])[];
}

/** Connects through a proxy, until the test ends. */
export async function recordedIngress(): Promise<RecordedIngress> {
  const paths: string[] = [];
  const route = (_method: string, path: string) => {
    paths.push(path);
    return { path, fault: { kind: "pass" } } as const;
  };
  const proxy = await faultyProxy({ target: inject("ingressUrl"), route });
  onTestFinished(proxy.close);
  const segments = (path: string): readonly string[] =>
    path.replace(/\?.*/, "").split("/").slice(1).map(decodeURIComponent);
  return { ingress: connect({ url: proxy.url }), takePaths: () => paths.splice(0).map(segments) };
}
