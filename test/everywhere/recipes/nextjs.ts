import assert from "node:assert/strict";
import { join } from "node:path";

import { editFile, withEdits } from "../edit-file.js";
import { npmIn } from "../npm-in.js";
import type { Steps } from "../run-steps.js";
import { serveServices } from "../serve-services.js";
import { shopIn, TOKEN, type Shop } from "./nextjs/shop.js";
import { useShop, watchShop, type OpenShop } from "./nextjs/use-shop.js";
import type { Place, Recipe } from "./recipe.js";

/** An application of the newest Next. */
export const nextjs: Recipe = {
  folder: "nextjs",
  remark: "with Next 16",
  follow: (place) => {
    const { steps, shop, open } = openShop(place);
    return { ...steps, ...watchShop(open), ...useShop(open), ...mistake(place, shop) };
  },
};

/** The same with the last Next that keeps what `fetch` gets, unless it is told not to. */
export const nextjs14: Recipe = {
  folder: "nextjs",
  remark: "with Next 14",
  follow: (place) => {
    const { steps, open } = openShop(place);
    return { ...moveToNext14(place), ...steps, ...watchShop(open) };
  },
};

/** What is done until the application runs. */
function openShop(place: Place) {
  const { folder, server, endWith } = place;
  let shop: Shop;
  let open: OpenShop;
  const steps: Steps = {
    "its packages can be installed": async () => {
      await npmIn(folder)("install");
    },
    "it builds, and calls nothing meanwhile": async () => {
      endWith((await serveServices(join(folder, "restate/shop.ts"), server.adminUrl)).close);
      shop = await shopIn(place);
      await shop.build();
      assert.deepEqual(shop.gate.passed(), []);
    },
    "browsers get nothing of the token, the ingress and the runtime": () => {
      const text = shop.forBrowsers();
      assert.ok(text.includes("Waiting for the payment"));
      for (const secret of [TOKEN, shop.gate.url, "RESTATE_", "x-restate-id", "IngressError"]) {
        assert.ok(!text.includes(secret), `They get ${secret}`);
      }
    },
    "it starts": async () => {
      const { ingressUrl } = server;
      open = { url: await shop.start(), ingressUrl, gate: shop.gate };
    },
  };
  return { steps, shop: () => shop, open: () => open };
}

/** What does not build. */
function mistake({ folder }: Place, shop: () => Shop): Steps {
  return {
    "what calls a service that has changed does not build": async () => {
      await shop().stop();
      const edits = {
        "readonly product: string": "readonly item: string",
        "{ product,": "{ item: product,",
      };
      await withEdits(join(folder, "restate/shop.ts"), edits, async () => {
        await npmIn(folder)("run generate");
        await assert.rejects(shop().build(), /app\/order\.ts.* TS2353: .*'product' does not exist/);
      });
      await npmIn(folder)("run generate");
    },
    "a client component that imports the connection does not build": async () => {
      const edits = {
        'from "@/lib/clients/order";': 'from "@/lib/clients/order";\nimport "@/lib/restate";',
      };
      await withEdits(join(folder, "app/orders/[id]/receipt-view.tsx"), edits, () =>
        assert.rejects(shop().build(), /server-only/),
      );
    },
  };
}

/** What has to be otherwise with Next 14, as the README says. */
function moveToNext14({ folder }: Place): Steps {
  return {
    "it is moved there": () => {
      editFile(join(folder, "package.json"), {
        '"next": "^16.4.6"': '"next": "^14.2.35"',
        '"react": "^19.2.0"': '"react": "^18.3.0"',
        '"react-dom": "^19.2.0"': '"react-dom": "^18.3.0"',
        '"@types/react": "^19.2.0"': '"@types/react": "^18.3.0"',
      });
      editFile(join(folder, "app/page.tsx"), {
        'import { connection } from "next/server";\n': 'export const dynamic = "force-dynamic";\n',
        "  await connection();\n": "",
      });
    },
  };
}
