import { faultyProxy, type FaultyProxy } from "../../../faults/faulty-proxy.js";

/** What is between a page and the ingress. */
export interface Wire extends Pick<FaultyProxy, "url" | "cut" | "close"> {
  /** How many orders came along until now, in how many requests so ever. */
  readonly submissions: () => number;
  /** How often somebody began to wait for an order until now. */
  readonly waits: (id: string) => number;
  /** Has the next order reach the ingress, and its answer nobody. */
  readonly loseNextAnswer: () => void;
}

/** Lays one to an ingress. */
export async function layWire(target: string): Promise<Wire> {
  const arrived: string[] = [];
  let losing = false;
  const { url, cut, close } = await faultyProxy({
    target,
    route: (method, path) => {
      arrived.push(`${method} ${path}`);
      const isLost = losing && isSubmission(`${method} ${path}`);
      losing &&= !isLost;
      return { path, fault: { kind: isLost ? "swallow" : "pass" } };
    },
  });
  return {
    url,
    cut,
    close,
    submissions: () => arrived.filter(isSubmission).length,
    waits: (id) =>
      arrived.filter((one) => one === `GET /restate/workflow/Order/${id}/attach`).length,
    loseNextAnswer: () => {
      losing = true;
    },
  };
}

function isSubmission(request: string): boolean {
  return /^POST \/Order\/[^/]+\/run\/send$/.test(request);
}
