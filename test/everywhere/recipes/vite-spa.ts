import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { join } from "node:path";

import type { Browser } from "playwright-core";

import { editFile } from "../edit-file.js";
import { installChromium } from "../platforms/install-chromium.js";
import { npmIn } from "../npm-in.js";
import type { Steps } from "../run-steps.js";
import { serveServices } from "../serve-services.js";
import { startVite } from "../vite/start-vite.js";
import type { Recipe } from "./recipe.js";
import { apartConfig, scriptsIn, sizeOf } from "./vite-spa/bundled.js";
import { orderSteps, type Shop } from "./vite-spa/order-steps.js";
import { ordersOf } from "./vite-spa/orders.js";
import { openShop } from "./vite-spa/shop-page.js";
import { layWire, type Wire } from "./vite-spa/wire.js";

/** A page whose orders wait for somebody, built and in a browser. */
export const viteSpa: Recipe = {
  folder: "vite-spa",
  remark: "in Chromium",
  install: installChromium,
  follow: ({ folder, server, endWith }) => {
    let wire: Wire;
    let browser: Browser;
    let far: Shop;
    let near: Shop;
    const orders = ordersOf(server);
    const npm = npmIn(folder);
    const preview = async (outDir: string): Promise<Shop> => {
      const env = { RESTATE_INGRESS_URL: wire.url };
      const vite = await startVite({ app: folder, args: ["preview", "--outDir", outDir], env });
      endWith(vite.stop);
      return { url: vite.url, wire, browser: await browser.newContext() };
    };
    return {
      "its packages can be installed": async () => {
        await npm("install");
      },
      "its own tests pass": async () => {
        await npm("test");
      },
      "it can be built for an ingress elsewhere, and served": async () => {
        endWith((await serveServices(join(folder, "restate/shop.ts"), server.adminUrl)).close);
        wire = await layWire(server.ingressUrl);
        endWith(wire.close);
        browser = await (await installChromium()).launch();
        endWith(() => browser.close());
        await npmIn(folder, { VITE_RESTATE_INGRESS_URL: wire.url })("run build");
        far = await preview("dist");
      },
      "nothing of the services is in its bundle": () => {
        const bundle = Object.values(scriptsIn(join(folder, "dist"))).join();
        assert.match(bundle, /Declined: /);
        assert.doesNotMatch(bundle, /There are only|restatedev|ZodError|TerminalError/);
      },
      ...named(
        "from another origin",
        orderSteps("tea", orders, () => far),
      ),
      "it can be built for a proxy on its own host, with 3 kB of ours": async () => {
        writeFileSync(join(folder, "vite.apart.config.ts"), apartConfig);
        await npm("run build -- --outDir near --config vite.apart.config.ts");
        const size = sizeOf(scriptsIn(join(folder, "near"))["ours"]);
        assert.ok(size > 1_000 && size < 3_000, `${size} bytes`);
        near = await preview("near");
      },
      ...named(
        "through the proxy",
        orderSteps("cake", orders, () => near),
      ),
      "only through the proxy a page sees the headers of Restate": async () => {
        assert.equal(await headerSeen(far, wire.url), null);
        assert.match(String(await headerSeen(near, "/restate")), /^inv_/);
      },
      "what is private is out of reach, and the proxy lets only orders through": async () => {
        const resolve = "/restate/awakeables/unknown/resolve";
        assert.match(await post(`${server.ingressUrl}/Stock/tea/take`), /not public/);
        assert.match(await post(server.ingressUrl + resolve), /bad awakeable id/);
        for (const way of ["/restate", "/restate/Order/..", "/restate/Order/%2e%2e"]) {
          assert.equal(await statusOf(near.url, way + resolve), 404);
        }
      },
      "no other site can read what comes through the proxy": async () => {
        assert.equal(await readerOf(`${server.ingressUrl}/Order/1/step`), elsewhere);
        assert.equal(await readerOf(`${near.url}restate/Order/1/step`), null);
      },
      "a caller that the service has left behind cannot be built": async () => {
        editFile(join(folder, "restate/shop.ts"), { quantity: "amount" });
        await assert.rejects(
          npm("run build"),
          /src\/order-form\.tsx\(\d+,\d+\): error TS2353: .*'quantity' does not exist/,
        );
      },
    };
  },
};

function named(way: string, steps: Steps): Steps {
  return Object.fromEntries(Object.entries(steps).map(([name, step]) => [`${way}, ${name}`, step]));
}

/** Returns the id of the invocation that a call has from a page, as far as its browser shows it. */
async function headerSeen({ browser, url }: Shop, ingress: string): Promise<string | null> {
  const page = await openShop(browser, url);
  return page.evaluate<string | null>(
    `fetch("${ingress}/Order/1/step", { method: "POST" }).then(({ headers }) => headers.get("x-restate-id"))`,
  );
}

const elsewhere = "https://elsewhere.example";

/** Returns the origin that may read the answer to a request from elsewhere. */
async function readerOf(url: string): Promise<string | null> {
  const response = await fetch(url, { method: "POST", headers: { origin: elsewhere } });
  assert.equal(response.status, 200);
  return response.headers.get("access-control-allow-origin");
}

/** Returns the status of a request whose path is sent as it is, which `fetch` would tidy up. */
async function statusOf(host: string, path: string): Promise<number | undefined> {
  const sent = request(host, { method: "POST", path }).end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

/** Returns what a request is answered, by whomever it reaches. */
async function post(url: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  return (await fetch(url, { method: "POST", headers, body: "1" })).text();
}
