import { connect } from "@restate-codegen/runtime";
import { expect } from "chai";
import { greeterClient, myObjectClient, probeClient } from "probe/clients";

import type { Checks } from "./check.js";
import { unique } from "./unique.js";

/** Calls that wait for a result. */
export const calls: Checks = {
  "a service answers": async ({ ingress }) => {
    expect(await greeterClient(ingress).greet({ greeting: "Hi" })).to.deep.equal({
      greeting: "Hi!",
    });
  },

  "a virtual object answers under its key": async ({ ingress }) => {
    const key = unique();
    const object = myObjectClient(ingress, key);
    expect(await object.greet({ greeting: "Hi" })).to.deep.equal({ greeting: `Hi ${key}!` });
    expect(await object.count()).to.equal(1);
  },

  "a result is what was sent": async ({ ingress }) => {
    for (const value of [
      null,
      false,
      0,
      "",
      [1, [2]],
      { a: { b: null } },
      "茶 🫖 \u2028 \0",
      { code: 500, message: "no error", source: "invocation" },
    ]) {
      expect(await probeClient(ingress).echo(value)).to.deep.equal(value);
    }
  },

  "nothing, null and the empty text are three results": async ({ ingress }) => {
    const probe = probeClient(ingress);
    expect(await probe.nothing()).to.equal(undefined);
    expect(await probe.nullResult()).to.equal(null);
    expect(await probe.emptyText()).to.equal("");
  },

  "an optional input may be left out": async ({ ingress }) => {
    const probe = probeClient(ingress);
    expect(await probe.optional()).to.equal("nothing");
    expect(await probe.optional(undefined, { timeout: 20_000 })).to.equal("nothing");
    expect(await probe.optional("tea")).to.equal("text tea");
  },

  "a handler that takes no body is sent none": async ({ ingress }) => {
    expect(await probeClient(ingress).emptyInput()).to.equal("pong");
  },

  "bytes arrive as bytes": async ({ ingress }) => {
    for (const data of [
      new Uint8Array(),
      new Uint8Array([0xff, 0xfe, 0xc0]),
      Uint8Array.from({ length: 100_000 }, (_, index) => index % 256),
    ]) {
      const answer = await probeClient(ingress).bytes(data);
      expect(answer).to.be.instanceOf(Uint8Array);
      expect(answer).to.deep.equal(data);
    }
  },

  "a large text arrives whole": async ({ ingress }) => {
    const text = "茶🫖".repeat(200_000);
    expect((await probeClient(ingress).echo(text)) === text).to.equal(true);
  },

  "calls at the same time each get their own result": async ({ ingress }) => {
    const { echo } = probeClient(ingress);
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    expect(await Promise.all(numbers.map((number) => echo(number)))).to.deep.equal(numbers);
  },

  "the response tells more than the result": async ({ ingress, isPage }) => {
    const response = await greeterClient(ingress).greet.withResponse({ greeting: "Hi" });
    expect(response).to.containSubset({ output: { greeting: "Hi!" }, status: 200 });
    expect(response.headers.get("content-type")).to.equal("application/json");
    if (isPage) {
      expect(response.invocationId).to.equal(undefined);
    } else {
      expect(response.invocationId).to.match(/^inv_/);
    }
  },

  "headers of the connection and the call reach the handler": async ({ ingressUrl }) => {
    const ingress = connect({ url: ingressUrl, headers: { "x-a": "1", "x-b": "1" } });
    const seen = await probeClient(ingress).headers({ headers: { "X-B": "2", "x-c": "2" } });
    expect(seen).to.containSubset({ "x-a": "1", "x-b": "2", "x-c": "2" });
  },

  "headers may be computed for each request": async ({ ingressUrl }) => {
    let asked = 0;
    const headers = async () => Promise.resolve({ authorization: `Bearer ${++asked}` });
    const { headers: read } = probeClient(connect({ url: ingressUrl, headers }));
    expect(await read()).to.containSubset({ authorization: "Bearer 1" });
    expect(await read()).to.containSubset({ authorization: "Bearer 2" });
  },

  "another fetch may stand in": async ({ ingressUrl }) => {
    const urls: string[] = [];
    const ingress = connect({
      url: ingressUrl,
      fetch: (url, init) => {
        urls.push(url);
        return fetch(url, init);
      },
    });
    expect(await probeClient(ingress).echo(1)).to.equal(1);
    expect(urls).to.deep.equal([`${ingressUrl}/Probe/echo`]);
  },
};
