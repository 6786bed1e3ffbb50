import { run } from "../../packages/codegen/dist/cli/run.js";

/** Runs the command line in this process, which starts no compiler anew. */
export async function runHere(
  cwd: string,
  flags: readonly string[] = [],
  { annotate = false }: { readonly annotate?: boolean } = {},
) {
  const printed = { stdout: "", stderr: "" };
  const code = await run(flags, {
    cwd,
    color: false,
    annotate,
    stdout: (text) => (printed.stdout += text),
    stderr: (text) => (printed.stderr += text),
  });
  return { code, ...printed };
}
