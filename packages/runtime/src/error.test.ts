import { createContext, runInContext } from "node:vm";
import { inspect } from "node:util";
import { expect, it, test } from "vitest";
import { IngressError, isIngressError } from "./error.js";

const details = {
  source: "invocation",
  code: 404,
  status: 404,
  metadata: { sku: "tea" },
  invocationId: "inv_1",
  target: { service: "Cart", key: "Mary", handler: "add" },
  attempts: 1,
} as const;

it("is an error with a name, a message, a stack and a cause", () => {
  const cause = new Error("underneath");
  const error = new IngressError("No tea", { ...details, cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: "IngressError", message: "No tea", ...details, cause });
  expect(String(error)).toBe("IngressError: No tea");
  expect(error.stack).toContain("No tea");
});

it("is plain data as JSON, without its cause", () => {
  const error = new IngressError("No tea", { ...details, cause: new Error("secret") });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "IngressError",
    message: "No tea",
    ...details,
  });
});

it("stands for no request, and has no cause, if not told so", () => {
  const error = new IngressError("No tea", { source: "request" });
  expect(error.attempts).toBe(0);
  expect(error).not.toHaveProperty("cause");
  expect(inspect(error)).not.toContain("undefined");
});

test.each<[string, unknown, boolean]>([
  ["one of ours", new IngressError("m", details), true],
  ["a copy's", Object.assign(new Error("m"), { name: "IngressError" }), true],
  [
    "another realm's",
    runInContext('Object.assign(new Error("m"), { name: "IngressError" })', createContext()),
    true,
  ],
  ["another error", new Error("IngressError"), false],
  ["text", "IngressError", false],
  ["null", null, false],
  ["undefined", undefined, false],
  ["an object", {}, false],
])("isIngressError knows %s", (_, value, want) => {
  expect(isIngressError(value)).toBe(want);
});
