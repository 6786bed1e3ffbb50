/** Makes an identifier of a name that is one but for a digit at its start. */
export function identifier(name: string): string {
  return /^\d/.test(name) ? `_${name}` : name;
}
