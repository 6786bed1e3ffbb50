import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import type { Browser, Page } from "playwright-core";

import { writeFiles } from "../../layouts/place-workspace.js";
import type { RestateServer } from "../../restate/start-server.js";
import { runCommand } from "../run-command.js";
import type { Steps } from "../run-steps.js";
import { serveServices } from "../serve-services.js";
import { broken, french, frenchPage, type ClientsFolder } from "./app-files.js";
import { PATIENCE_MS } from "../start-process.js";
import { startVite, type ViteServer } from "./start-vite.js";

/** An app that is written, and what it needs to run. */
export interface App {
  readonly folder: string;
  readonly clients: ClientsFolder;
  readonly server: RestateServer;
  readonly browser: Browser;
  /** Has something ended when all is over. */
  readonly endWith: (end: () => unknown) => void;
}

/** Longer than Vite takes to send an update, and a page to act on it. */
const SETTLED_MS = 1_000;

/** What somebody does who develops an app, and sees of it. No page is ever loaded again by hand. */
export function developApp({ folder, clients, server, browser, endWith }: App): Steps {
  const [{ ingressUrl, adminUrl }, write] = [server, writeFiles.bind(undefined, folder)];
  const client = (): string => readFileSync(join(folder, "web", clients, "greeter.ts"), "utf8");
  const compile = (): Promise<string> => runCommand(["npx", "tsc", "-p", "web"], folder);
  const serve = async (): Promise<void> =>
    endWith((await serveServices(join(folder, "api/greeter.ts"), adminUrl)).close);
  const open = async ({ url }: ViteServer): Promise<Page> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${url}?ingress=${encodeURIComponent(ingressUrl)}`);
    return page;
  };
  const restyle = async (width: string): Promise<void> => {
    write({ "web/style.css": `main { width: ${width} }` });
    const style = 'getComputedStyle(document.querySelector("main"))';
    await page.waitForFunction(`${style}.width === "${width}"`);
  };
  let vite: ViteServer;
  let page: Page;
  let other: Page;
  return {
    "its packages can be installed": async () => {
      await runCommand(["npm", "install", "--no-audit", "--no-fund"], folder);
    },
    "the page shows what the service gives": async () => {
      await serve();
      vite = await startVite({ app: folder, cwd: join(folder, "web") });
      endWith(vite.stop);
      page = await open(vite);
      await shows(page, "Hello Ada");
      await compile();
    },
    "an edit of the service changes its client, and the page's call no longer compiles":
      async () => {
        const reloaded = page.waitForEvent("load");
        write({ "api/greeter.ts": french });
        await serve();
        await reloaded;
        assert.match(client(), /language: string/);
        await assert.rejects(
          compile(),
          /main\.ts\(\d+,\d+\): error TS2345: .*\n.*'language' is missing/,
        );
      },
    "an edit of the page makes it show the new result": async () => {
      write({ "web/main.ts": frenchPage(clients) });
      await shows(page, "Bonjour Ada fr");
      await compile();
    },
    "an error in the service is shown over the page, which stays": async () => {
      // Vite loads a page again if it shows an error when its first update comes, and else takes down the error.
      await restyle("100px");
      const before = client();
      write({ "api/greeter.ts": broken });
      await overlaid(page);
      assert.equal(client(), before);
      await shows(page, "Bonjour Ada fr");
    },
    "it is shown over a page that is opened later": async () => {
      other = await open(vite);
      await overlaid(other);
    },
    "it stays while something else changes": async () => {
      await restyle("200px");
      await sleep(SETTLED_MS);
      await overlaid(page);
    },
    "it goes once the service is mended": async () => {
      write({ "api/greeter.ts": french });
      await Promise.all(
        [page, other].map((one) => one.waitForSelector(overlay, { state: "detached" })),
      );
      await Promise.all([page, other].map((one) => shows(one, "Bonjour Ada fr")));
    },
    "Vite ends when it is asked to": () => vite.stop(),
    "the app can be built": async () => {
      await runCommand(["npx", "vite", "build"], join(folder, "web"));
    },
  };
}

const overlay = "vite-error-overlay";

/** Resolves once the page shows a text. */
async function shows(page: Page, text: string): Promise<void> {
  await page.waitForSelector(`main:text-is("${text}")`);
}

/** Resolves once the error of the broken service is shown over the page, with all that Vite can show of it. */
async function overlaid(page: Page): Promise<void> {
  await page.waitForSelector(overlay, { state: "attached" });
  const text = await page.evaluate<string>(
    `document.querySelector("${overlay}").shadowRoot.querySelector(".window").innerText`,
  );
  assert.match(text, /\[plugin:restate-codegen\] RC207: /);
  assert.match(text, /api\/greeter\.ts:6:\d+/);
  assert.match(text, /6 \| +greet: .* => .*\n.*\^{6}/);
  assert.match(text, /Fix: Use a `string`/);
}
