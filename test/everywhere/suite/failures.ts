import { connect, noInputHandler, type IngressError } from "@restate-codegen/runtime";
import { expect } from "chai";
import { probeClient, tallyClient } from "probe/clients";

import type { Checks, ConnectedScene } from "./check.js";
import { failureOf } from "./failure-of.js";
import { unique } from "./unique.js";

/** Errors of each source. */
export const failures: Checks = {
  "a handler's error keeps its code, message and metadata": async ({ ingress }) => {
    for (const code of [400, 404, 409, 429, 470, 503, 700]) {
      const metadata = { sku: "tea", left: "0" };
      const { fail } = probeClient(ingress);
      const error = await failureOf(() => fail({ code, message: "No more tea", metadata }));
      expect(error).to.containSubset({
        ...{ source: "invocation", code, status: code, message: "No more tea", metadata },
        ...{ target: { service: "Probe", handler: "fail" }, attempts: 1 },
      });
    }
  },

  "a handler's error with a code of success is an error": async (scene) => {
    const { fail } = probeClient(scene.ingress);
    for (const code of codesOfSuccess(scene)) {
      expect(await failureOf(() => fail({ code, message: "No more tea" }))).to.containSubset({
        ...{ source: "invocation", code },
      });
    }
  },

  "the ingress's refusals are told from a handler's error": async ({ ingress }) => {
    for (const [target, code, message] of [
      [{ service: "Probe", handler: "secret" }, 400, "not public"],
      [{ service: "Nope", handler: "greet" }, 404, "service 'Nope' not found"],
      [{ service: "Probe", handler: "nope" }, 404, "handler 'nope' was not found"],
    ] as const) {
      const error = await failureOf(() => noInputHandler(ingress, target)());
      expect(error).to.containSubset({ source: "ingress", code, status: code, attempts: 1 });
      expect(error.message).to.contain(message);
    }
  },

  "an error becomes plain data": async ({ ingress }) => {
    const error = await failureOf(() => probeClient(ingress).fail({ message: "No more tea" }));
    expect(JSON.parse(JSON.stringify(error))).to.containSubset({
      ...{ name: "IngressError", message: "No more tea", source: "invocation", code: 500 },
    });
  },

  "where nobody listens, the network failed": async ({ closedUrl }) => {
    const error = await failureOf(() => probeClient(connect({ url: closedUrl })).nothing());
    expect(error).to.containSubset({ source: "network", attempts: 1, status: undefined });
    expect(error.message).to.contain(closedUrl);
  },

  "a connection that breaks is the network's failure": async (scene) => {
    for (const fault of ["reset", "swallow", "truncate"]) {
      expect(await failureBehind(fault, scene), fault).to.containSubset({ source: "network" });
    }
  },

  "a proxy's own answer is the proxy's failure": async (scene) => {
    for (const [fault, status] of [
      ["502", 502],
      ["503", 503],
      ["429", 429],
    ] as const) {
      expect(await failureBehind(fault, scene)).to.containSubset({ source: "proxy", status });
    }
  },

  "a redirect is the proxy's failure, and is not followed": async (scene) => {
    const error = await failureBehind("307", scene);
    expect(error).to.containSubset({ source: "proxy", attempts: 1 });
    expect(error.message).to.not.contain("s3cret");
  },

  "a page in the place of a result cannot be read": async (scene) => {
    expect(await failureBehind("page", scene)).to.containSubset({ source: "response" });
  },
};

/** Those of success that can be told from a success. */
function codesOfSuccess({ isOldServer, isPage }: ConnectedScene): readonly number[] {
  // Servers before 1.7.4 do not say in any way that such an answer is an error.
  if (isOldServer) {
    return [];
  }
  // An answer with 204 has no body, and a page sees no header either.
  return isPage ? [200, 299] : [200, 204, 299];
}

/** What a call fails with that a proxy harms, once it is sure that the handler ran no more than once. */
async function failureBehind(
  fault: string,
  { proxyUrl, ingress }: ConnectedScene,
): Promise<IngressError> {
  const label = unique();
  const harmed = connect({ url: `${proxyUrl}/${fault}/9/${label}` });
  // Browsers and Deno repeat a request by themselves where a connection breaks before the answer.
  const idempotencyKey = label;
  const error = await failureOf(() => probeClient(harmed).counted(label, { idempotencyKey }));
  expect(await tallyClient(ingress, label).count()).to.be.at.most(1);
  return error;
}
