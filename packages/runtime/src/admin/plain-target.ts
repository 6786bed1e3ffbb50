import type { ScopedTarget } from "../target.js";

/** Returns a target with what there is of it, and nothing else. */
export function plainTarget({ service, key, handler, scope }: LooseTarget): ScopedTarget {
  return {
    service,
    ...(key !== undefined && { key }),
    handler,
    ...(scope !== undefined && { scope }),
  };
}

/** A target of which parts may be undefined. */
interface LooseTarget {
  readonly service: string;
  readonly key?: string | undefined;
  readonly handler: string;
  readonly scope?: string | undefined;
}
