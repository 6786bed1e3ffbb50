// Compiled with the package, never run: what callers may write, and what must not compile.
/* eslint-disable jsdoc/require-jsdoc -- Each statement says itself what it is for. */
/* eslint-disable @typescript-eslint/no-unused-vars, @typescript-eslint/no-meaningless-void-operator -- Only the types count. */
import {
  health,
  intercept,
  isIngressError,
  reattach,
  resolveAwakeable,
  retry,
  type ConnectOptions,
  type Fetch,
  type Ingress,
  type InvocationRef,
  type Serde,
  type Signal,
} from "./index.js";
import { same } from "./same.test-d.js";

export function survival(): void {
  const options: ConnectOptions[] = [
    { url: "/", retry: retry(), reattach: reattach(), autoIdempotencyKey: true },
    { url: "/", retry: false, reattach: false, autoIdempotencyKey: false, credentials: "include" },
    { url: "/", retry: undefined, reattach: reattach({ patience: { minutes: 5 } }) },
    {
      url: "/",
      fetch: intercept(async ({ headers, target, number, url }, next) => {
        headers["x"] = `${target?.handler ?? url} ${number}`;
        const response = await next();
        return response.status === 401 ? next() : response;
      }),
    },
  ];
  retry({
    maxAttempts: 3,
    maxDuration: { minutes: 1 },
    initialInterval: 100,
    maxInterval: { seconds: 5 },
    factor: 2,
    jitter: 0.5,
    respectRetryAfter: false,
    shouldRetry: ({ source, attempts }) => source === "network" && attempts < 3,
  });
  void options;
}

export async function platforms(ingress: Ingress): Promise<void> {
  const fetches: Fetch[] = [
    fetch,
    globalThis.fetch.bind(globalThis),
    () => Promise.resolve(new Response()),
    (url: string | URL | Request, init?: RequestInit) => fetch(url, init),
    (url, { headers, method, body }, { target, attempts }) => {
      same<string, typeof url>(true);
      same<number, typeof attempts>(true);
      headers.set("x-handler", target?.handler ?? "");
      return fetch(url, { headers, method, body });
    },
  ];
  const signals: Signal[] = [AbortSignal.abort(), new AbortController().signal];
  const options: ConnectOptions[] = [
    { url: "http://localhost:8080" },
    { url: new URL("http://localhost:8080"), headers: () => ({ a: undefined }) },
  ];
  void [fetches, signals, options];
  const date: Serde<Date> = {
    serialize: (value) => new TextEncoder().encode(value.toISOString()),
    deserialize: (data) => new Date(new TextDecoder().decode(data)),
  };
  void resolveAwakeable(ingress, "sign_1", new Date(), { serde: date });
  // @ts-expect-error The serde writes dates.
  void resolveAwakeable(ingress, "sign_1", "today", { serde: date });
  const { services } = await health(ingress, { timeout: 1 });
  same<readonly string[], typeof services>(true);
  const error: unknown = undefined;
  if (isIngressError(error)) {
    same<number | undefined, typeof error.code>(true);
    same<InvocationRef | undefined, typeof error.ref>(true);
  }
}
