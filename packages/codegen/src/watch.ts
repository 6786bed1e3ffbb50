import type { LoadConfigOptions } from "./config/load-config.js";
import { createListener } from "./watch/create-listener.js";
import { createWatchedTargets, type WatchRun } from "./watched-targets.js";

/** What to watch, and whom to tell. */
export interface WatchOptions extends LoadConfigOptions {
  /** Called after each run, the first one included; the next one waits until what it returns is settled. */
  readonly onRun?: ((run: WatchRun) => void | Promise<void>) | undefined;
  /**
   * Called with what is thrown, a bug of ours or something that `onRun` throws, after which watching goes on.
   * Default: `ready` rejects with it if it is thrown in the first run, and a later one ends the process.
   */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** Something that goes on until it is closed. */
export interface Watcher {
  /** Resolves after the first run, from when on every change is seen. */
  readonly ready: Promise<void>;
  /** Stops. Resolves once the run that is under way, if there is one, has written what it has to write. */
  readonly close: () => Promise<void>;
}

/** Generates and writes the clients, and does it again whenever something changes that they depend on. */
export function watch({ onRun, onError, ...options }: WatchOptions = {}): Watcher {
  const targets = createWatchedTargets(options);
  let isClosed = false;
  let isWanted = true;
  let working: Promise<void> | undefined;

  const work = async () => {
    while (isWanted && !isClosed) {
      isWanted = false;
      const run = await targets.refresh();
      listener.listenTo(targets.folders());
      // From now on changes are heard. Those of the time before are not.
      isWanted ||= targets.haveChanged();
      await (run && onRun?.(run));
    }
  };
  const start = () => {
    isWanted = true;
    working ??= work().finally(() => {
      working = undefined;
    });
    return onError ? working.catch(onError) : working;
  };
  const listener = createListener(() => void start());
  const ready = start();
  return {
    ready,
    close: async () => {
      isClosed = true;
      await working?.catch(() => undefined);
      // Last, since a run listens anew before it ends.
      listener.close();
    },
  };
}
