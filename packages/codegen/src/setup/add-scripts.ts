/** A `package.json` with scripts added to it. */
export interface AddedScripts {
  readonly text: string;
  /** What each script is called that runs one of the commands, also where it was there. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Adds a script for each command to the text of a `package.json`, unless one runs it already. Where a name is taken,
 * `generate` becomes `generate:clients`. A text that is none stays as it is.
 */
export function addScripts(text: string, commands: Readonly<Record<string, string>>): AddedScripts {
  const manifest = parseObject(text);
  if (!manifest) {
    return { text, names: new Map() };
  }
  const scripts = { ...asObject(manifest["scripts"]) };
  const names = new Map<string, string>();
  let whole = text;
  for (const [name, command] of Object.entries(commands)) {
    const known = Object.keys(scripts).find((one) => scripts[one] === command);
    const chosen = known ?? [name, `${name}:clients`].find((one) => !(one in scripts));
    if (chosen !== undefined) {
      names.set(command, chosen);
    }
    if (chosen !== undefined && known === undefined) {
      scripts[chosen] = command;
      whole = printLike(text, { ...manifest, scripts });
    }
  }
  return { text: whole, names };
}

function printLike(text: string, value: unknown): string {
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? "  ";
  const whole = JSON.stringify(value, undefined, indent) + (text.endsWith("\n") ? "\n" : "");
  return text.includes("\r\n") ? whole.replaceAll("\n", "\r\n") : whole;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  // What came out of JSON, and is no list, has names.
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
