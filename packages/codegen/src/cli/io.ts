/** What the command line needs of the process around it, so that tests need none. */
export interface Io {
  readonly cwd: string;
  /** Results. */
  readonly stdout: (text: string) => void;
  /** Everything else. */
  readonly stderr: (text: string) => void;
  readonly color: boolean;
  /** How many columns `stderr` shows; absent where it is no terminal. */
  readonly width?: number | undefined;
  /** Whether GitHub reads what is printed. */
  readonly annotate: boolean;
}
