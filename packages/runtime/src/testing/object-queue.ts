/** Has work wait for its turn: one at a time for each name. */
export type Queue = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** Returns a queue, of the exclusive handlers of virtual objects. */
export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name);
    const turn = (before ?? Promise.resolve()).then(work);
    // What went wrong is for who waits for it, not for the next.
    const end = turn.catch(() => undefined);
    last.set(name, end);
    return turn;
  };
}
