import { measureCalls } from "./calls.mjs";
import { measureGeneration } from "./generation.mjs";
import { measureSizes } from "./sizes.mjs";

/** Measures what users wait for, and prints it as tables. Only compare numbers of one table. */
export async function bench() {
  console.log(
    "\nGenerating clients, the whole process; tsc --noEmit on the same project beside it",
  );
  console.table(measureGeneration());
  console.log("\nOne call with a fetch that answers at once: what a client adds to it");
  console.table(await measureCalls());
  console.log("\nA bundle for the browser, minified, in bytes");
  console.table(await measureSizes());
}
