declare const MessageChannel: (new () => Channel) | undefined;

interface Channel {
  readonly port1: { onmessage: (() => void) | null; close(): void };
  readonly port2: { postMessage(message: unknown): void };
}

/**
 * Lets everything go on that waits for nothing but promises. Not by a timer, because a test may have faked those.
 */
export async function settle(): Promise<void> {
  if (typeof MessageChannel === "undefined") {
    // As in jest's jsdom. No work of ours takes as many turns.
    for (let turn = 0; turn < 1000; turn++) {
      await Promise.resolve();
    }
    return;
  }
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });
  // Else it would keep a process alive.
  port1.close();
}
