import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import type { Browser } from "playwright-core";

import type { Report, Scene } from "../suite/check.js";
import { installChromium } from "./install-chromium.js";
import type { Platform } from "./platform.js";

/** A page of another origin than the ingress, in the operating system's Chromium. */
export const chromium: Platform = {
  name: "a page in Chromium",
  install: async () => {
    const { name, launch } = await installChromium();
    return {
      name: `a page in ${name}`,
      runSuite: async (scene) => {
        const browser = await launch();
        try {
          return await runInPage(browser, scene);
        } finally {
          await browser.close();
        }
      },
    };
  },
};

async function runInPage(browser: Browser, scene: Scene): Promise<Report> {
  const script = readFileSync(new URL("everywhere/page.js", import.meta.url));
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><script src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    // A listening TCP server has a port; the other forms are for pipes.
    const { port } = server.address() as AddressInfo;
    const page = await browser.newPage();
    await page.goto(`http://page.test:${port}/`);
    // The script has left this function there.
    return await page.evaluate<Report>(`runSuite(${JSON.stringify({ ...scene, isPage: true })})`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
