import type { ErrorPayload, ViteDevServer } from "vite";

/** The error that Vite shows over each of its pages. */
export interface Overlay {
  /** Shows an error on every page, and on those that are opened later; without one, takes down what is shown. */
  readonly show: (error: ErrorPayload["err"] | undefined) => void;
  /** Shows it once more, where it has to be expected that Vite takes it down. */
  readonly hold: () => void;
}

/** How long Vite may take between asking plugins about an update and sending it to its pages. */
const UPDATE_MS = 100;

/** Creates an overlay, which shows nothing yet. */
export function createOverlay({ ws }: Pick<ViteDevServer, "ws">): Overlay {
  let shown: ErrorPayload | undefined;
  const send = () => {
    // Where no page is open Vite would keep it for the next one, even if it is mended until then.
    if (ws.clients.size > 0) {
      ws.send(shown ?? { type: "update", updates: [] });
    }
  };
  ws.on("connection", (socket) => {
    if (shown) {
      socket.send(JSON.stringify(shown));
    }
  });
  return {
    show: (error) => {
      if (error ?? shown) {
        shown = error && { type: "error", err: error };
        send();
      }
    },
    hold: () => {
      if (shown) {
        setTimeout(() => shown && send(), UPDATE_MS).unref();
      }
    },
  };
}
