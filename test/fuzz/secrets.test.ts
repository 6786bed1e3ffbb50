import { inspect } from "node:util";

import {
  connect,
  handler,
  intercept,
  isIngressError,
  reattach,
  rejectAwakeable,
  resolveAwakeable,
  retry,
  type ConnectOptions,
  type Ingress,
} from "@restate-codegen/runtime";
import fc from "fast-check";
import { myObjectClient, myWorkflowClient, probeClient } from "probe/clients";
import { beforeAll, afterAll, expect, inject, test, vi } from "vitest";

import { harmByPath } from "../everywhere/harm-by-path.js";
import { faultyProxy, type FaultyProxy } from "../faults/faulty-proxy.js";
import { freePorts } from "../restate/free-ports.js";
import { hold } from "./hold.js";

let proxy: FaultyProxy;
let closedUrl: string;

beforeAll(async () => {
  proxy = await faultyProxy({ target: inject("ingressUrl"), route: harmByPath() });
  closedUrl = `http://127.0.0.1:${(await freePorts(1))[0]}`;
});

afterAll(() => proxy.close());

const printable = fc.string({ unit: "grapheme-ascii", minLength: 12, maxLength: 30 });
// With a mark, so that it is nowhere by chance, and whole where it is printed with its quotes escaped.
const secret = printable.map((text) => `sk_${text.replaceAll(/[^!-~]|["'\\`/]/g, "_")}_end`);

/** Each way in which a request can carry a secret along. */
const carriers: Readonly<Record<string, (secret: string) => Partial<ConnectOptions>>> = {
  "a header": (value) => ({ headers: { authorization: `Bearer ${value}` } }),
  "a computed header": (value) => ({
    headers: async () => Promise.resolve({ cookie: `session=${value}` }),
  }),
  "a header of what is repeated": (value) => ({
    headers: { "x-api-key": value },
    autoIdempotencyKey: true,
    retry: retry({ maxAttempts: 2, initialInterval: 1 }),
  }),
  "a header of what is attached to again": (value) => ({
    headers: { "proxy-authorization": value },
    autoIdempotencyKey: true,
    reattach: reattach({ patience: 1 }),
  }),
  "an interceptor": (value) => ({
    fetch: intercept(async ({ headers }, next) => {
      headers["authorization"] = `Bearer ${value}`;
      return next();
    }),
  }),
};

/** Each way in which a request can fail, given where to connect to. */
const failures: Readonly<Record<string, readonly [url: () => string, (it: Ingress) => unknown]>> = {
  ...Object.fromEntries(
    ["reset", "swallow", "truncate", "hang", "502", "503", "429", "307", "page"].map((fault) => [
      `a proxy's fault: ${fault}`,
      [
        () => `${proxy.url}/${fault}/999/x`,
        (ingress: Ingress) => probeClient(ingress).echo("tea", { timeout: 100 }),
      ],
    ]),
  ),
  "nobody listens": [() => closedUrl, (it) => probeClient(it).nothing()],
  "nobody listens to who attaches": [
    () => closedUrl,
    (it) => myWorkflowClient(it, "x").run.attach(),
  ],
  "nobody listens to who peeks": [() => closedUrl, (it) => myWorkflowClient(it, "x").run.output()],
  "nobody listens to who sends": [() => closedUrl, (it) => probeClient(it).nothing.send()],
  "nobody listens to who resolves": [() => closedUrl, (it) => resolveAwakeable(it, "x", 1)],
  "an id that is none": [ingressUrl, (it) => rejectAwakeable(it, "x", "no")],
  "a time that is up": [ingressUrl, (it) => probeClient(it).sleep(9_000, { timeout: 50 })],
  "a handler's error": [ingressUrl, (it) => probeClient(it).fail({ message: "no", code: 200 })],
  "an unknown service": [ingressUrl, (it) => handler(it, { service: "No", handler: "no" })(1)],
  "a key that is none": [ingressUrl, (it) => myObjectClient(it, "..").who()],
  "a key that is too long": [ingressUrl, (it) => myObjectClient(it, "k".repeat(70_000)).who()],
  "a delay that is none": [ingressUrl, (it) => probeClient(it).nothing.send({ delay: NaN })],
  "input that is no JSON": [ingressUrl, (it) => probeClient(it).echo(1n)],
};

function ingressUrl(): string {
  return inject("ingressUrl");
}

test.each(Object.entries(failures))("no secret is in the error of %s", async (name, failure) => {
  const [url, request] = failure;
  const check = async (value: string, carrier: string): Promise<void> => {
    const ingress = connect({ url: url(), ...carriers[carrier]?.(value) });
    await expectNothingSaid(value, () => request(ingress));
    expect(shown(ingress)).not.toContain(value);
    expect(shown(probeClient(ingress))).not.toContain(value);
  };
  await hold(name, [secret, fc.constantFrom(...Object.keys(carriers))], check, 1 / 4);
});

test("no secret is in the refusal of a header", async () => {
  const spoilt = fc.tuple(secret, fc.constantFrom("\n", "é", " ", "\0", "茶"));
  await hold("refused headers", [spoilt], async ([value, spoiler]) => {
    const { nothing } = probeClient(connect({ url: closedUrl }));
    await expectNothingSaid(value, () => nothing({ headers: { "x-key": value + spoiler } }));
  });
});

test("no secret is in the refusal of a URL", async () => {
  await hold("refused URLs", [secret], async (value) => {
    for (const url of [`http://me:${value}@host`, `http://host?key=${value}`, `//${value}`]) {
      await expectNothingSaid(value, () => connect({ url }));
    }
  });
});

test("no secret is in the error about a redirect to somebody with a password", async () => {
  await hold("redirects", [secret], async (value) => {
    for (const location of [
      `https://me:${value}@host/a?b=${value}`,
      `/login?back=${value}#${value}`,
    ]) {
      const fetch = async () =>
        Promise.resolve(new Response(null, { status: 302, headers: { location } }));
      const { nothing } = probeClient(connect({ url: closedUrl, fetch }));
      await expectNothingSaid(value, () => nothing());
    }
  });
});

/** Checks that the work fails with our own error, and that a secret is neither in it nor printed meanwhile. */
async function expectNothingSaid(secret: string, work: () => unknown): Promise<void> {
  const printed: unknown[] = [];
  const spies = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...args) => void printed.push(args)),
  );
  const error: unknown = await Promise.resolve()
    .then(work)
    .catch((reason: unknown) => reason);
  spies.forEach((spy) => spy.mockRestore());
  expect(isIngressError(error), String(error)).toBe(true);
  expect(shown(error)).not.toContain(secret);
  expect(printed).toEqual([]);
}

/** All that somebody who logs a value could see of it. */
function shown(value: unknown): string {
  const { stack, message, cause } = Object(value) as Partial<Error>;
  return [
    inspect(value, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity }),
    JSON.stringify(value),
    String(value),
    ...[stack, message, cause === undefined ? "" : shown(cause)],
  ].join("\n");
}
