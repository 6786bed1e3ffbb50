import assert from "node:assert/strict";

import type { Steps } from "../../run-steps.js";
import { until } from "../../until.js";
import { ask } from "../ask.js";
import { TOKEN, type Shop } from "./shop.js";

/** An application that runs, and the ingress behind its gate. */
export interface OpenShop {
  readonly url: string;
  readonly ingressUrl: string;
  readonly gate: Shop["gate"];
}

/** What is of its moment, and must never come from a cache. */
export function watchShop(open: () => OpenShop): Steps {
  return {
    "a page shows the state of the moment": async () => {
      await isLeft(open(), 0);
      await refill(open(), 20);
      await isLeft(open(), 20);
      await refill(open(), 1);
      await isLeft(open(), 21);
    },
    "whether there is a receipt is asked anew each time": async () => {
      const look = () => ask(open().url, "GET /api/orders/1");
      await order(open(), "1");
      assert.deepEqual(await look(), { status: 200, body: { ready: false } });
      assert.deepEqual(await look(), { status: 200, body: { ready: false } });
      await pay(open(), "1");
      await until(async () => JSON.stringify(await look()).includes('"ready":true'));
    },
    "who waits for a receipt gets it": async () => {
      await order(open(), "2");
      const wait = ask(open().url, "GET /api/orders/2/receipt");
      await untilWaiting(open(), "2");
      await pay(open(), "2");
      const { status, body } = await wait;
      assert.equal(status, 200);
      assert.match(JSON.stringify(body), /^\{"quantity":1,"paidAt":"\d{4}-.*Z"\}$/);
    },
    "a browser that leaves ends the wait, and not the order": async () => {
      await order(open(), "3");
      const leaving = new AbortController();
      const { signal } = leaving;
      const wait = fetch(`${open().url}/api/orders/3/receipt`, { signal });
      await untilWaiting(open(), "3");
      leaving.abort();
      await assert.rejects(wait, /abort/);
      await until(() => open().gate.waiting().length === 0);
      await pay(open(), "3");
      assert.equal((await ask(open().url, "GET /api/orders/3/receipt")).status, 200);
    },
  };
}

/** What else its users see. */
export function useShop(open: () => OpenShop): Steps {
  return {
    "the form orders once, however often it is sent": async () => {
      const before = Number(/Tea: (\d+) left/.exec(await page(open()))?.[1]);
      const form = formOf(await page(open()));
      const [first, second] = [await submit(open(), form), await submit(open(), form)];
      assert.equal(first, `/orders/${String(form.get("id"))}`);
      assert.equal(second, first);
      await until(async () => (await page(open())).includes(`Tea: ${before - 1} left`));
    },
    "an order that is put again is the same": async () => {
      const first = await order(open(), "4");
      assert.match(first, /"invocationId":"inv_/);
      assert.equal(await order(open(), "4"), first);
    },
    "what an order failed with is the answer": async () => {
      await order(open(), "5", 1_000);
      const { status, body } = await ask(open().url, "GET /api/orders/5/receipt");
      assert.equal(status, 409);
      assert.match(JSON.stringify(body), /^\{"message":"There are only \d+ left\."\}$/);
    },
    "an order that there is not is not found": async () => {
      assert.equal((await ask(open().url, "GET /api/orders/none")).status, 404);
      assert.equal((await ask(open().url, "GET /api/orders/none/receipt")).status, 404);
    },
    "every request had the token": () => {
      const tokens = new Set(
        open()
          .gate.passed()
          .map(({ authorization }) => authorization),
      );
      assert.deepEqual([...tokens], [`Bearer ${TOKEN}`]);
    },
    "an ingress that is away is not named": async () => {
      await open().gate.close();
      const { status, body } = await ask(open().url, "GET /api/orders/1");
      assert.deepEqual([status, body], [502, { message: "Please try again later." }]);
    },
  };
}

async function page({ url }: OpenShop): Promise<string> {
  return (await fetch(url)).text();
}

async function isLeft(shop: OpenShop, left: number): Promise<void> {
  assert.match(await page(shop), new RegExp(`Tea: ${left} left`));
}

/** The form of the page, as a browser without scripts sends it. */
function formOf(html: string): FormData {
  const form = new FormData();
  for (const [input] of html.matchAll(/<input [^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="(.*?)"`).exec(input)?.[1];
    form.set(attribute("name") ?? "", attribute("value") ?? "");
  }
  return form;
}

/** Sends the form of the page, and returns where that leads to. */
async function submit({ url }: OpenShop, body: FormData): Promise<string | undefined> {
  const { headers } = await fetch(url, { method: "POST", body, redirect: "manual" });
  return headers.get("location")?.replace(url, "");
}

async function order(shop: OpenShop, id: string, quantity = 1): Promise<string> {
  const answer = await ask(shop.url, `PUT /api/orders/${id}`, { product: "tea", quantity });
  assert.equal(answer.status, 200);
  return JSON.stringify(answer.body);
}

async function pay({ ingressUrl }: OpenShop, id: string): Promise<void> {
  assert.equal((await ask(ingressUrl, `POST /Order/${id}/pay`)).status, 200);
}

async function refill({ ingressUrl }: OpenShop, quantity: number): Promise<void> {
  const { status } = await ask(ingressUrl, "POST /Stock/tea/refill", quantity);
  assert.equal(status, 200);
}

async function untilWaiting({ gate }: OpenShop, id: string): Promise<void> {
  const line = `GET /restate/workflow/Order/${id}/attach`;
  await until(() => gate.waiting().some((one) => one.line === line));
}
