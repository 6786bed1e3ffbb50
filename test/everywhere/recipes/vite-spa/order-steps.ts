import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import type { BrowserContext, Page } from "playwright-core";

import type { Steps } from "../../run-steps.js";
import { until } from "../../until.js";
import type { Orders } from "./orders.js";
import {
  activityOf,
  leave,
  loseNetwork,
  openShop,
  order,
  shows,
  storedOrder,
} from "./shop-page.js";
import type { Wire } from "./wire.js";

/** The shop as its customers reach it. */
export interface Shop {
  /** Where its page is. */
  readonly url: string;
  readonly browser: BrowserContext;
  /** What is between the page and the ingress. */
  readonly wire: Wire;
}

/** Longer than the page waits between two looks at an order. */
const SETTLED_MS = 2_000;

/** What customers do who all order one item, and see of it. */
export function orderSteps(item: string, orders: Orders, open: () => Shop): Steps {
  let shop: Shop;
  let page: Page;
  const isWaiting = (): Promise<void> => shows(page, "waiting for approval");
  const end = async (): Promise<void> => {
    await isWaiting();
    await orders.approve(await storedOrder(page));
    await shows(page, `1 ${item}, approved by Mary`);
    await leave(page);
  };
  const makesOneOrder = async (work: () => Promise<void>): Promise<void> => {
    const before = await orders.count();
    await work();
    assert.equal((await orders.count()) - before, 1);
  };
  return {
    "an order shows its receipt": async () => {
      shop = open();
      page = await openShop(shop.browser, shop.url);
      await order(page, item);
      await end();
    },
    "two clicks that both send it make one order": () =>
      makesOneOrder(async () => {
        const before = shop.wire.submissions();
        await order(page, item, 1, 2);
        await end();
        assert.equal(shop.wire.submissions() - before, 2);
      }),
    "an order whose answer is lost is sent again, and is one": () =>
      makesOneOrder(async () => {
        const before = shop.wire.submissions();
        shop.wire.loseNextAnswer();
        await order(page, item);
        await end();
        assert.equal(shop.wire.submissions() - before, 2);
      }),
    "a page that is loaded again, and one that is opened later, go on with it": () =>
      makesOneOrder(async () => {
        await order(page, item);
        await isWaiting();
        await page.reload();
        await isWaiting();
        await page.close();
        page = await openShop(shop.browser, shop.url);
        await end();
      }),
    "a wait that is cut goes on, and so does one whose network is gone for a while": () =>
      makesOneOrder(async () => {
        await order(page, item);
        await isWaiting();
        const waits = shop.wire.waits.bind(undefined, await storedOrder(page));
        await until(() => waits() === 1);
        shop.wire.cut();
        await until(() => waits() === 2);
        await loseNetwork(shop.browser, page, shop.wire.cut);
        await until(() => waits() === 3);
        await end();
      }),
    "what an order failed with is shown, and not tried again": () =>
      makesOneOrder(async () => {
        await order(page, item, 1_000);
        await page.waitForSelector("text=/^Declined: There are only \\d+ left\\.$/");
        await sleep(SETTLED_MS);
        assert.equal(shop.wire.waits(await storedOrder(page)), 1);
        assert.equal(await page.getByText("Try again").count(), 0);
        await leave(page);
      }),
    "leaving ends the wait, silently, and not the order": async () => {
      const { pending, begun, complaints } = activityOf(page);
      await page.reload();
      await order(page, item);
      await isWaiting();
      const id = await storedOrder(page);
      await until(() => pending().some((url) => url.endsWith(`/${id}/attach`)));
      await leave(page);
      await until(() => pending().length === 0);
      const before = begun();
      await sleep(SETTLED_MS);
      assert.equal(begun(), before);
      assert.deepEqual(complaints(), []);
      await orders.approve(id);
      assert.deepEqual(await orders.receipt(id), { item, quantity: 1, approvedBy: "Mary" });
    },
  };
}
