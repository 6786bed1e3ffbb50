import { describe, expect, it, test } from "vitest";
import { handler } from "./handler.js";
import { recordRequests } from "./recording/record-requests.js";
import { targetPath } from "./target.js";

describe("a key", () => {
  test.each([
    ["plain", "/Cart/plain/list"],
    ["", "/Cart//list"],
    ["a/b", "/Cart/a%2Fb/list"],
    ["a b+c", "/Cart/a%20b%2Bc/list"],
    ["100%", "/Cart/100%25/list"],
    ["?x#y&z", "/Cart/%3Fx%23y%26z/list"],
    ["...", "/Cart/.../list"],
    [".a", "/Cart/.a/list"],
    ["ü🍵", "/Cart/%C3%BC%F0%9F%8D%B5/list"],
    ["\\\n\0", "/Cart/%5C%0A%00/list"],
  ])("%j is one segment", (key, path) => {
    expect(targetPath({ service: "Cart", key, handler: "list" })).toBe(path);
  });

  test.each([".", "..", "\ud800", "a\udc00b", undefined, null, 7, {}])("%j is refused", (key) => {
    const { ingress, requests } = recordRequests();
    // What JavaScript may pass.
    const target = { service: "Cart", key: key as string, handler: "list" };
    expect(() => handler(ingress, target)).toThrow(
      expect.objectContaining({ name: "IngressError", source: "request", attempts: 0 }),
    );
    expect(requests).toEqual([]);
  });
});

describe("names", () => {
  it("are segments of a path, without a key for services", () => {
    expect(targetPath({ service: "a.b-c", handler: "_1x" })).toBe("/a.b-c/_1x");
  });

  it("cannot reach another handler", () => {
    expect(targetPath({ service: "S", handler: "../Private/x?delay=1h" })).toBe(
      "/S/..%2FPrivate%2Fx%3Fdelay%3D1h",
    );
  });
});
