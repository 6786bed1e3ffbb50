import type { IndexSignature } from "./type-model.js";

/** Whether an index signature speaks of the member with a name, as `` [key: `data-${string}`] `` does of `data-id`. */
export function speaksOf({ key }: IndexSignature, name: string): boolean {
  switch (key.kind) {
    case "number":
      return String(Number(name)) === name;
    case "template":
      // What stands between the ends is not worth a look: to say yes is to allow more, and still right.
      return name.startsWith(key.texts[0] ?? "") && name.endsWith(key.texts.at(-1) ?? "");
    default:
      return true;
  }
}
