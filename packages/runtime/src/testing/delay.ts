/** Reads a delay as it is in a path, in milliseconds; undefined if it is none. Clients write whole milliseconds. */
export function parseDelay(text: string): number | undefined {
  const [, count, unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit];
  return milliseconds && Number(count) * milliseconds;
}

/** Writes a time as the server does. */
export function printTime(time: number): string {
  return new Date(time).toISOString().replace("Z", "000000Z");
}
