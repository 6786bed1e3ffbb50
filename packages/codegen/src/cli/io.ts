import type { NothingToDo } from "../index.js";

/** What the command line needs of the process around it, so that tests need none. */
export interface Io {
  readonly cwd: string;
  /** Results. */
  readonly stdout: Output;
  /** Everything else. */
  readonly stderr: Output;
  /** The terminal in which somebody waits, as a file descriptor with its width; absent where nobody does. */
  readonly terminal?: { readonly fd: number; readonly columns: number } | undefined;
  /** Resolves when somebody wants the program to end, such as by Ctrl-C. Nothing listens before it is called. */
  readonly untilStopped: () => Promise<void>;
  /** Told by a command that it had nothing to do: while that is so, it would print the same again. */
  readonly keep?: ((found: NothingToDo) => void) | undefined;
  /** The folder whose files GitHub shows beside what is printed for it; absent where it does not read that. */
  readonly annotated?: string | undefined;
}

/** Somewhere to print to. */
export interface Output {
  readonly write: (text: string) => void;
  readonly color: boolean;
  /** How many columns it shows; absent where it is no terminal. */
  readonly columns?: number | undefined;
}
