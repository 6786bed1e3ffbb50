import type { OutputFolder } from "./output-folder.js";

/** The definitions of the contract that stands in the output folder; none where it is missing or cannot be read. */
export function previousContract({ own }: OutputFolder): readonly { readonly name: string }[] {
  try {
    const contract: unknown = JSON.parse(own.get("contract.json") ?? "null");
    return isContract(contract) ? contract.definitions : [];
  } catch {
    // A merge conflict, say: the next write mends it.
    return [];
  }
}

function isContract(
  value: unknown,
): value is { readonly definitions: readonly { readonly name: string }[] } {
  return (
    typeof value === "object" &&
    value !== null &&
    "definitions" in value &&
    Array.isArray(value.definitions) &&
    value.definitions.every(
      (one: unknown) =>
        typeof one === "object" && one !== null && "name" in one && typeof one.name === "string",
    )
  );
}
