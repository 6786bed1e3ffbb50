import type { Fault, Route } from "../faulty-proxy.js";

const html = { "content-type": "text/html" };
const json = { "content-type": "application/json" };

/** What can happen to a request, and how often in a hundred. For the rest all goes well. */
const weather: readonly (readonly [percent: number, fault: Fault])[] = [
  [5, { kind: "reset" }],
  [5, { kind: "swallow" }],
  [3, { kind: "swallow", delay: 1_000 }],
  [3, { kind: "truncate" }],
  [3, { kind: "answer", status: 502, headers: html, body: "<h1>502 Bad Gateway</h1>" }],
  [3, { kind: "answer", status: 502, headers: html, body: "<h1>502</h1>", forward: true }],
  [3, { kind: "answer", status: 503, headers: json, body: '{"error":"unavailable"}' }],
  [2, { kind: "answer", status: 503, headers: json, body: '{"error":"late"}', forward: true }],
  [2, { kind: "answer", status: 429, headers: { ...json, "retry-after": "1" }, body: "{}" }],
  [2, { kind: "answer", status: 429, headers: html, body: "<h1>429 Too Many Requests</h1>" }],
  [10, { kind: "pass", delay: 200 }],
];

/** Returns a route for a proxy that harms about every third request, drawn by a seed. */
export function randomFaults(seed: number): (method: string, path: string) => Route {
  const random = generator(seed);
  return (_method, path) => {
    let left = random() * 100;
    const drawn = weather.find(([percent]) => (left -= percent) < 0);
    return { path, fault: drawn?.[1] ?? { kind: "pass" } };
  };
}

/** Mulberry32: numbers from 0 to 1 that a seed determines. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
