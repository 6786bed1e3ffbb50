/** The result of a workflow, if it has one by now. */
export interface Output<O> {
  /** Whether there is a result. */
  ready: boolean;
  /**
   * The result.
   *
   * @throws an `Error` where there is none yet. Only reading it does: a log or a copy of the output holds no result then.
   */
  result: O;
}

/** Returns the output of a workflow that has not finished. */
export function notReady<O>(): Output<O> {
  return Object.defineProperty({ ready: false } as Output<O>, "result", {
    get: () => {
      throw new Error("The workflow has no result yet: look at `ready` first.");
    },
  });
}
