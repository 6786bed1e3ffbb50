/** Returns a text that nobody used before: for keys and labels that checks do not share. */
export function unique(): string {
  // A page that was not loaded over TLS has no `crypto.randomUUID`.
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    "-",
  );
}
