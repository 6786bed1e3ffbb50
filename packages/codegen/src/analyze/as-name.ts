/** Makes text into a name as types have it: `get-all items` becomes `GetAllItems`. */
export function asName(text: string): string {
  return text
    .split(/[^\p{L}\p{N}$_]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
