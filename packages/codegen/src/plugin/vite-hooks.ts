import type { Plugin, ResolvedConfig, ViteDevServer } from "vite";

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
      await serve(options, server, overlay);
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
): Promise<void> {
  const { root, logger, server: serverOptions } = server.config;
  const watcher = await watchTargets(options, root, async (report, outcome) => {
    printReport(report, logger);
    overlay.show(await errorForOverlay(outcome, root));
  });
  if (serverOptions.watch === null) {
    // As in `vitest run`: nothing is to be watched.
    await watcher.close();
    return;
  }
  // No hook is called once for each server: its end is told to the plugins of every environment.
  const close = server.close.bind(server);
  server.close = async () => {
    await watcher.close();
    await close();
  };
}
