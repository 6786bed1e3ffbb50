/**
 * The property under which a client offers a handler: its name, or with a `$` behind it where JavaScript gives
 * the name a meaning of its own. A client with a `then` would be awaited, one with a `toJSON` called by `JSON.stringify`.
 */
export function handlerProperty(handler: string): string {
  return special.has(handler) ? `${handler}$` : handler;
}

const special: ReadonlySet<string> = new Set(["then", "toJSON", "toString", "valueOf"]);
