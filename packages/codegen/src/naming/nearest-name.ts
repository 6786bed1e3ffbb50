import leven from "leven";

/** The name that a misspelt one was meant to be, if there is one near enough to say so. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((one) => ({ one, distance: leven(name.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, name.length / 2.5) ? best.one : undefined;
}
