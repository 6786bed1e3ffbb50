import type { Plugin, ResolvedConfig, ViteDevServer } from "vite";

import type { Watcher } from "../index.js";
import { createBuild, type BuildContext } from "./create-build.js";
import { errorForOverlay } from "./error-for-overlay.js";
import { createOverlay, type Overlay } from "./overlay.js";
import type { PluginOptions } from "./plugin-options.js";
import { printReport } from "./report.js";
import { watchTargets } from "./watch-targets.js";

/** Generates before Vite builds, and for as long as its server runs. */
export function viteHooks(options: PluginOptions): Partial<Plugin> {
  const { start, close } = createBuild(options);
  let config: ResolvedConfig | undefined;
  let overlay: Overlay | undefined;
  // A server that starts anew is there before its old self has ended.
  const running: { readonly environment: unknown; readonly watcher: Watcher }[] = [];
  return {
    configResolved: (resolved) => {
      config = resolved;
    },
    async buildStart(this: BuildContext) {
      if (config?.command === "build") {
        await start(this, config.root, config.logger);
      }
    },
    closeWatcher: close,
    configureServer: async (server) => {
      overlay = createOverlay(server);
      const watcher = await serve(options, server, overlay);
      // Vite 5 has none, and there the server that began first ends first.
      const environment = "environments" in server ? server.environments.client : undefined;
      running.push({ environment, watcher });
    },
    async closeBundle() {
      // It is called for each of a server's environments.
      const ended = running.findIndex(({ environment }) => environment === this.environment);
      const [one] = ended < 0 ? [] : running.splice(ended, 1);
      await one?.watcher.close();
    },
    handleHotUpdate: ({ modules }) => {
      if (modules.length > 0) {
        overlay?.hold();
      }
    },
  };
}

async function serve(
  options: PluginOptions,
  server: ViteDevServer,
  overlay: Overlay,
): Promise<Watcher> {
  const { root, logger, server: serverOptions } = server.config;
  const watcher = await watchTargets(options, root, async (report, outcome) => {
    printReport(report, logger);
    overlay.show(await errorForOverlay(outcome, root));
  });
  if (serverOptions.watch === null) {
    // As in `vitest run`: nothing is to be watched.
    await watcher.close();
  }
  return watcher;
}
