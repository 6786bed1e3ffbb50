import type { Fault, Route } from "../faults/faulty-proxy.js";

const html = { "content-type": "text/html" };
const json = { "content-type": "application/json" };

/** What a path can ask for. */
const faults: Readonly<Record<string, Fault>> = {
  reset: { kind: "reset" },
  swallow: { kind: "swallow" },
  truncate: { kind: "truncate" },
  hang: { kind: "hang" },
  502: { kind: "answer", status: 502, headers: html, body: "<h1>502 Bad Gateway</h1>" },
  "502-after-all": {
    kind: "answer",
    status: 502,
    headers: html,
    body: "<h1>502</h1>",
    forward: true,
  },
  503: { kind: "answer", status: 503, headers: json, body: '{"error":"unavailable"}' },
  429: { kind: "answer", status: 429, headers: { ...json, "retry-after": "1" }, body: "{}" },
  307: { kind: "answer", status: 307, headers: { location: "/elsewhere?token=s3cret" } },
  page: { kind: "answer", status: 200, headers: html, body: "<h1>Welcome</h1>" },
};

/**
 * Returns a route for a proxy that reads from the path what to do: `/502/2/x/Probe/echo` has the
 * first two requests that begin with `/502/2/x` answered with 502, and lets further ones pass.
 */
export function harmByPath(): (method: string, path: string) => Route {
  const seen = new Map<string, number>();
  return (method, path) => {
    const [prefix = "", name = "", times = "0"] = /^\/([^/]*)\/(\d+)\/[^/]*/.exec(path) ?? [];
    const rest = path.slice(prefix.length);
    const fault = faults[name];
    const count = seen.get(prefix) ?? 0;
    // A browser asks for permission first, with a request of its own.
    if (method === "OPTIONS" || fault === undefined || count >= Number(times)) {
      return { path: rest, fault: { kind: "pass" } };
    }
    seen.set(prefix, count + 1);
    return { path: rest, fault };
  };
}
