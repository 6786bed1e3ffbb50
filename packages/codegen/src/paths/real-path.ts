import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * A path without symbolic links in it, of which the last parts need not exist. TypeScript follows the links of
 * packages, so that the same project reached through a link would seem to lie in two places.
 */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    // What cannot be looked at will be missed by whoever reads it.
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}
