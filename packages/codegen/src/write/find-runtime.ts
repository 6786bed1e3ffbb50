import { createRequire } from "node:module";
import { join } from "node:path";

/** Whether modules in the folder, which need not exist yet, can import the runtime. */
export function findsRuntime(folder: string, runtime: string): boolean {
  try {
    createRequire(join(folder, "index.js")).resolve(runtime);
    return true;
  } catch {
    // Not found is an answer.
    return false;
  }
}
