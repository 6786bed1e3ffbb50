import { refusal } from "./error.js";

/** Refuses a key that would not arrive at the server as it is. An empty key is a key. */
export function checkIdempotencyKey(key: string): void {
  // HTTP strips blanks around a header's value, so " k" would silently share the result of "k".
  if (typeof key !== "string" || !/^([!-~]([ -~]*[!-~])?)?$/.test(key)) {
    throw refusal("idempotencyKey must be printable ASCII, without blanks around it.");
  }
}
