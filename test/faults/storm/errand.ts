/** One invocation that somebody wants to have happened, exactly once. */
export interface Errand {
  /** Which handler, and by which verb. */
  readonly kind: "call an object" | "call a service" | "send to an object" | "run a workflow";
  /** Unique; the key of the virtual object or workflow, and of the object that counts. */
  readonly label: string;
}

/** A client under test: runs one errand to its end, and gives its result. */
export interface Caller {
  /** How the report calls it. */
  readonly name: string;
  /** Runs the errand through the ingress at `url`. */
  readonly run: (url: string, errand: Errand) => Promise<unknown>;
}

/** Returns so many errands, of all kinds in turn. */
export function makeErrands(count: number, prefix: string): readonly Errand[] {
  const kinds = [
    "call an object",
    "call a service",
    "send to an object",
    "run a workflow",
  ] as const;
  return Array.from({ length: count }, (_, index) => ({
    kind: kinds[index % kinds.length] ?? "call an object",
    label: `${prefix}-${index}`,
  }));
}

/** The one right result of an errand. */
export function rightResult({ kind, label }: Errand): unknown {
  switch (kind) {
    case "call an object":
    case "run a workflow":
      return { greeting: `Hi ${label}!` };
    case "call a service":
    case "send to an object":
      // The number of the run.
      return 1;
  }
}
