import { connect, handler } from "@restate-codegen/runtime";
import { connect as connectOfficial } from "@restatedev/restate-sdk-clients";
import { median } from "./median.mjs";

const CALLS = 10_000;
const ROUNDS = 7;
const url = "http://localhost:8080";
const headers = { "content-type": "application/json" };
const answerHeaders = { ...headers, "x-restate-id": "inv_1gdJBtdVEcM942bjcDmb1c1khoaJe11Hbz" };

/** Measures microseconds per call; the rounds of the clients take turns, so that all see the same machine. */
export async function measureCalls() {
  const realFetch = globalThis.fetch;
  globalThis.fetch = () => Promise.resolve(new Response('"Hello"', { headers: answerHeaders }));
  try {
    return await takeTurns(clients());
  } finally {
    globalThis.fetch = realFetch;
  }
}

function clients() {
  const greet = handler(connect({ url }), { service: "Greeter", handler: "greet" });
  const official = connectOfficial({ url }).serviceClient({ name: "Greeter" });
  const init = { method: "POST", headers, body: JSON.stringify({ name: "Mary" }) };
  return {
    "fetch alone": () => fetch(`${url}/Greeter/greet`, init).then((response) => response.json()),
    "a generated client": () => greet({ name: "Mary" }),
    "@restatedev/restate-sdk-clients": () => official.greet({ name: "Mary" }),
  };
}

async function takeTurns(calls) {
  const times = new Map(Object.keys(calls).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, call] of Object.entries(calls)) {
      const start = performance.now();
      for (let count = 0; count < CALLS; count++) {
        await call();
      }
      // The first round only warms up.
      if (round > 0) {
        times.get(name).push(((performance.now() - start) * 1000) / CALLS);
      }
    }
  }
  return Object.fromEntries(
    [...times].map(([name, list]) => [name, { "µs per call": Number(median(list).toFixed(1)) }]),
  );
}
