import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { npmIn } from "../../npm-in.js";
import { startOnPort } from "../../start-on-port.js";
import type { Place } from "../recipe.js";
import { gateBefore, type Gate } from "../gate.js";

/** The application, as it is built and run. */
export interface Shop {
  /** What is between it and the ingress. */
  readonly gate: Gate;
  /** Builds it, and resolves with what Next prints. */
  readonly build: () => Promise<string>;
  /** All that it has for browsers, as one text. */
  readonly forBrowsers: () => string;
  /** Starts what was built, and returns its URL. */
  readonly start: () => Promise<string>;
  /** Ends what was started. */
  readonly stop: () => Promise<void>;
}

/** What the application shows to the ingress, and to nobody else. */
export const TOKEN = "token-of-the-recipe";

/** Puts the application before its server, through a gate. */
export async function shopIn({ folder, server, endWith }: Place): Promise<Shop> {
  const gate = await gateBefore(server.ingressUrl);
  endWith(gate.close);
  const env = {
    NEXT_TELEMETRY_DISABLED: "1",
    RESTATE_INGRESS_URL: gate.url,
    RESTATE_TOKEN: TOKEN,
  };
  let stop = () => Promise.resolve();
  return {
    gate,
    build: () => npmIn(folder, env)("run build"),
    forBrowsers: () => {
      const built = join(folder, ".next/static");
      const paths = readdirSync(built, { recursive: true, encoding: "utf8" });
      const scripts = paths.filter((path) => path.endsWith(".js"));
      return scripts.map((path) => readFileSync(join(built, path), "utf8")).join("\n");
    },
    start: async () => {
      const next = "node_modules/next/dist/bin/next";
      const command = () => [process.execPath, next, "start", "--hostname", "127.0.0.1"];
      // A page that calls nothing.
      const app = await startOnPort({ command, cwd: folder, env, path: "/orders/none" });
      endWith(app.stop);
      stop = app.stop;
      return app.url;
    },
    stop: () => stop(),
  };
}
