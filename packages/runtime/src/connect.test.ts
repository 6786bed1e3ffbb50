import { inspect } from "node:util";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import { connect } from "./connect.js";
import { noInputHandler } from "./handler.js";
import { recordRequests } from "./recording/record-requests.js";

const target = { service: "S", handler: "h" };

describe("the url", () => {
  test.each([
    ["http://localhost:8080", "http://localhost:8080/S/h"],
    ["http://localhost:8080/", "http://localhost:8080/S/h"],
    ["https://host/prefix", "https://host/prefix/S/h"],
    ["https://host/a/b///", "https://host/a/b/S/h"],
    ["http://[::1]:8080", "http://[::1]:8080/S/h"],
    ["/", "/S/h"],
    ["/api/restate/", "/api/restate/S/h"],
    [new URL("http://localhost:8080"), "http://localhost:8080/S/h"],
  ])("%s is kept, but for slashes at its end", async (url, want) => {
    const { ingress, requests } = recordRequests(undefined, { url });
    await noInputHandler(ingress, target)();
    expect(requests[0]?.line).toBe(`POST ${want}`);
  });

  test.each([
    "",
    "//host/path",
    "localhost:8080",
    "host",
    "ftp://host",
    "http://",
    "http://user:secret@host",
    "http://host?token=secret",
    "http://host/#secret",
    "http://host/@scope",
    " http://host",
    undefined,
  ])("%j is refused, and not shown", (url) => {
    // What JavaScript may pass.
    const bad = url as string;
    const error = (() => {
      try {
        return connect({ url: bad });
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ name: "IngressError", source: "request", attempts: 0 });
    expect(String(error)).toBe("IngressError: invalid url");
  });
});

describe("a connection", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("shows no secret when logged, and makes no request", async () => {
    const headers = { authorization: "Bearer secret" };
    const { ingress, requests } = recordRequests(undefined, { headers });
    expect(JSON.stringify(ingress)).toBe("{}");
    expect(inspect(ingress, { depth: 9, showHidden: true })).not.toContain("secret");
    expect(await Promise.resolve({ ...ingress })).toEqual(ingress);
    expect(requests).toEqual([]);
  });

  it("looks fetch up when it is called, and gives it no this", async () => {
    const ingress = connect({ url: "http://restate:8080" });
    const seen: unknown[] = [];
    vi.stubGlobal("fetch", function (this: unknown) {
      seen.push(this);
      return Promise.resolve(Response.json(1));
    });
    expect(await noInputHandler(ingress, target)()).toBe(1);
    // An undefined `this` is the one that browsers' fetch accepts beside the window.
    expect(seen.filter((self) => self !== undefined && self !== globalThis)).toEqual([]);
    expect(seen).toHaveLength(1);
  });

  it("uses the call's fetch before its own", async () => {
    const { ingress, requests } = recordRequests();
    const fetch = () => Promise.resolve(Response.json("the call's"));
    expect(await noInputHandler(ingress, target)({ fetch })).toBe("the call's");
    expect(requests).toEqual([]);
  });

  it("never has a redirect followed", async () => {
    const redirects: unknown[] = [];
    const ingress = connect({
      url: "/",
      fetch: (_, init) => {
        redirects.push(init.redirect);
        return Promise.resolve(Response.json(1));
      },
    });
    await noInputHandler(ingress, target)();
    expect(redirects).toEqual(["manual"]);
  });
});
