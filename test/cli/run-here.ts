import type { Output } from "../../packages/codegen/dist/cli/io.js";
import { run } from "../../packages/codegen/dist/cli/run.js";

/** What the process around the command line is like; without more, it is no terminal. */
export interface Surroundings {
  readonly annotated?: string;
  readonly color?: boolean;
  readonly columns?: number;
  /** When somebody presses Ctrl-C; by default nobody does. */
  readonly stopped?: Promise<void>;
}

/** Runs the command line in this process, which starts no compiler anew. */
export async function runHere(
  cwd: string,
  flags: readonly string[] = [],
  { annotated, color = false, columns, stopped }: Surroundings = {},
) {
  const printed = { stdout: "", stderr: "" };
  const output = (name: keyof typeof printed): Output => ({
    write: (text) => (printed[name] += text),
    color,
    columns,
  });
  const code = await run(flags, {
    cwd,
    annotated,
    untilStopped: () => stopped ?? new Promise(() => undefined),
    stdout: output("stdout"),
    stderr: output("stderr"),
  });
  return { code, ...printed };
}
