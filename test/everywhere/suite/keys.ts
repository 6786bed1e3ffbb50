import { connect } from "@restate-codegen/runtime";
import { expect } from "chai";
import { myObjectClient, myWorkflowClient } from "probe/clients";

import type { Checks } from "./check.js";
import { failureOf } from "./failure-of.js";

/** Keys that a URL could mistake for something else. */
export const keys: Checks = {
  ...Object.fromEntries(
    ["", " a b ", "a+b", "//", "a%2Fb 100%", "a?b=c#d&e", "a\\b:c", "../x", "\0\n\r\t"]
      .concat("Zoë 茶 🫖 e\u0301", "count", "...")
      .map((key) => [`the key ${JSON.stringify(key)} reaches its object`, reachesItsObject(key)]),
  ),

  'the keys ".", ".." and half a character are refused, and nothing is sent': async ({
    ingressUrl,
  }) => {
    const urls: string[] = [];
    const ingress = connect({
      url: ingressUrl,
      fetch: (url, init) => {
        urls.push(url);
        return fetch(url, init);
      },
    });
    for (const key of [".", "..", "\ud800"]) {
      for (const request of [
        () => myObjectClient(ingress, key).who(),
        () => myObjectClient(ingress, key).who.send(),
        () => myWorkflowClient(ingress, key).run.attach(),
      ]) {
        expect(await failureOf(request)).to.containSubset({ source: "request", attempts: 0 });
      }
    }
    expect(urls).to.deep.equal([]);
  },
};

function reachesItsObject(key: string): Checks[string] {
  return async ({ ingress }) => {
    const { who } = myObjectClient(ingress, key);
    expect(await who()).to.equal(key);
    const sent = await who.send();
    expect(await who.invocation(sent.toJSON()).attach()).to.equal(key);
  };
}
