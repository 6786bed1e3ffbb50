import { dirname, join } from "node:path";

import { askForGenerator } from "./cache/ask-for-generator.js";
import { askForPackages } from "./cache/ask-for-packages.js";
import { askForWay, basisOf, type Basis } from "./cache/basis.js";
import { traceDisk } from "./cache/trace-disk.js";
import type { GenerateOptions } from "./config/options.js";
import { resolveOptions } from "./config/resolve-options.js";
import type { GenerateResult } from "./generate-result.js";

/** A run, and what it rests on. */
export interface Run {
  readonly result: GenerateResult;
  readonly basis: Basis;
}

/** Generates, and writes down what the result rests on. */
export async function tracedGenerate(options: GenerateOptions): Promise<Run> {
  // The compiler takes longer to load than many a run needs to find out that there is nothing to do.
  const { generate } = await import("./generate.js");
  const { disk, trace } = traceDisk();
  const { project, out } = resolveOptions(options);
  askForGenerator(disk);
  askForPackages(dirname(project), disk);
  askForPackages(out, disk);
  askForWay(out, disk);
  const result = await generate(options, disk);
  const { folder, changes, circular } = result;
  const files = changes.map(({ path, text }) => ({ path: join(folder, path), text }));
  return { result, basis: basisOf(trace(), { out: folder, files, isCircular: circular }) };
}
