import { refuse } from "./error.js";

/** Returns what a header is to carry, or refuses it by its name, without showing what may be a secret. */
export function checkText(name: string, text: string): string {
  // Restate's ingress refuses other bytes, and HTTP strips blanks around a value: the
  // idempotency key " k" would silently share the result of "k". Empty is fine.
  return /^(?!\s)[\t -~]*(?<!\s)$/.test(text) ? text : refuse(name);
}
