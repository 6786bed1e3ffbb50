import { inspect } from "node:util";

/** Prints the title of what comes next. */
export function chapter(title: string): void {
  console.log(`\n${bold(title)}`);
}

/** Prints a sentence about what happens. */
export function say(sentence: string): void {
  console.log(`  ${sentence}`);
}

/** Prints a call as one would write it, runs it, and prints what came of it. */
export async function show<T>(code: string, call: () => Promise<T>): Promise<T> {
  console.log(`  ${cyan(`> ${code}`)}`);
  const result = await call();
  if (result !== undefined) {
    print(result);
  }
  return result;
}

/** Prints a value, indented under the call that gave it. */
export function print(value: unknown): void {
  const text = inspect(withoutMethods(value), {
    depth: 6,
    colors: process.stdout.isTTY,
    breakLength: 96,
  });
  console.log(text.replace(/^/gm, "    "));
}

/** Shows an invocation by what it knows, not by what it can do. */
function withoutMethods(value: unknown): unknown {
  return typeof value !== "object" || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).filter(([, part]) => typeof part !== "function"));
}

function bold(text: string): string {
  return process.stdout.isTTY ? `\u001b[1m${text}\u001b[22m` : text;
}

function cyan(text: string): string {
  return process.stdout.isTTY ? `\u001b[36m${text}\u001b[39m` : text;
}
