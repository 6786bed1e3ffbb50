import { watch, type FSWatcher } from "node:fs";

/** Says when something happens in folders; what it was is for others to find out. */
export interface Listener {
  /** Listens to these folders from now on, and to no others. What comes after the call is heard. */
  readonly listenTo: (folders: Iterable<string>) => void;
  readonly close: () => void;
}

/** How often to look where the system does not tell. */
const POLL_MS = 1_000;

/** How long to wait for more: programs write several files at once, and one in several steps. */
const QUIET_MS = 40;

/** Creates a listener, which listens to nothing yet. `hear` is called once for what happens at about the same time. */
export function createListener(hear: () => void): Listener {
  let watchers: readonly FSWatcher[] = [];
  let quiet: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(quiet);
    quiet = setTimeout(hear, QUIET_MS);
  };
  const stop = () => {
    clearInterval(poll);
    for (const watcher of watchers) {
      watcher.close();
    }
  };
  return {
    listenTo: (folders) => {
      stop();
      const opened = [...folders].map((folder) => open(folder, wait));
      watchers = opened.filter((one) => typeof one === "object");
      // The system has only so many, and some disks have none.
      poll = opened.includes("refused") ? setInterval(wait, POLL_MS) : undefined;
    },
    close: () => {
      clearTimeout(quiet);
      stop();
    },
  };
}

function open(folder: string, hear: () => void): FSWatcher | "absent" | "refused" {
  try {
    const watcher = watch(folder, hear);
    // Such as the folder's end, which the one above it tells, too.
    watcher.on("error", hear);
    return watcher;
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isAbsent ? "absent" : "refused";
  }
}
