import type { BrowserContext, Page, Request } from "playwright-core";

import { PATIENCE_MS } from "../../start-process.js";

/** Opens the shop in a browser that may have been there before. */
export async function openShop(browser: BrowserContext, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  return page;
}

/** Fills in the form, and clicks on its button so many times before the page can do anything about it. */
export async function order(page: Page, item: string, quantity = 1, clicks = 1): Promise<void> {
  await page.getByLabel("Item").fill(item);
  await page.getByLabel("Quantity").fill(String(quantity));
  const click = 'document.querySelector("form button").click()';
  await page.evaluate(`for (let left = ${clicks}; left > 0; left--) ${click}`);
}

/** Goes back to the form. */
export async function leave(page: Page): Promise<void> {
  await page.getByText("New order").click();
  await page.waitForSelector("form");
}

/** Resolves once the page says just that of an order. */
export async function shows(page: Page, text: string): Promise<void> {
  await page.waitForSelector(`p:text-is("${text}")`);
}

/** Returns the key of the order that the browser has stored. */
export function storedOrder(page: Page): Promise<string> {
  return page.evaluate<string>('localStorage.getItem("order")');
}

/** Takes the network from a browser while something happens, until a wait of the page has failed of that. */
export async function loseNetwork(
  browser: BrowserContext,
  page: Page,
  happen: () => void,
): Promise<void> {
  await browser.setOffline(true);
  const failed = page.waitForEvent(
    "requestfailed",
    (request) =>
      request.url().endsWith("/attach") &&
      request.failure()?.errorText === "net::ERR_INTERNET_DISCONNECTED",
  );
  happen();
  await failed;
  await browser.setOffline(false);
}

/** What a page is about. */
export interface Activity {
  /** The URLs that it has asked for, and has no answer from. */
  readonly pending: () => readonly string[];
  /** How much it has asked for. */
  readonly begun: () => number;
  /** What it complained of: errors and warnings in its console, and errors that nobody caught. */
  readonly complaints: () => readonly string[];
}

/** Follows what a page does from now on. */
export function activityOf(page: Page): Activity {
  const pending = new Set<Request>();
  let begun = 0;
  const complaints: string[] = [];
  page.on("request", (request) => {
    pending.add(request);
    begun += 1;
  });
  page.on("requestfinished", (request) => pending.delete(request));
  page.on("requestfailed", (request) => pending.delete(request));
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (line) => {
    if (["error", "warning"].includes(line.type())) {
      complaints.push(line.text());
    }
  });
  return {
    pending: () => [...pending].map((request) => request.url()),
    begun: () => begun,
    complaints: () => complaints,
  };
}
