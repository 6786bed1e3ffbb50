import { describe, expect, it, test } from "vitest";
import { rejectAwakeable, resolveAwakeable } from "./awakeable.js";
import { bytes } from "./serde.js";
import { recordRequests, rejectionOf } from "./recording/record-requests.js";

const path = "POST http://restate:8080/restate/awakeables/sign_1abc";
const answer = () => new Response(null, { status: 202 });

describe("an awakeable", () => {
  test.each([
    ["an object", { a: 1 }, '{"a":1}'],
    ["null", null, "null"],
    ["nothing", undefined, null],
  ])("is resolved with %s", async (_, payload, body) => {
    const { ingress, requests } = recordRequests(answer);
    await expect(resolveAwakeable(ingress, "sign_1abc", payload)).resolves.toBeUndefined();
    const headers = body === null ? {} : { "content-type": "application/json" };
    expect(requests).toEqual([{ line: `${path}/resolve`, headers, body }]);
  });

  it("is resolved with bytes", async () => {
    const { ingress, requests } = recordRequests(answer);
    const serde = bytes;
    await resolveAwakeable(ingress, "sign_1abc", new Uint8Array([65]), {
      serde,
      headers: { a: "1" },
    });
    const headers = { a: "1", "content-type": "application/octet-stream" };
    expect(requests).toEqual([{ line: `${path}/resolve`, headers, body: "A" }]);
  });

  it("is rejected with a reason, sent as it is", async () => {
    const { ingress, requests } = recordRequests(answer);
    const rejected = rejectAwakeable(ingress, "sign_1abc", 'No "tea" 茶');
    await expect(rejected).resolves.toBeUndefined();
    expect(requests).toEqual([
      { line: `${path}/reject`, headers: { "content-type": "text/plain" }, body: 'No "tea" 茶' },
    ]);
  });

  it("has an id that is one segment, whatever is in it", async () => {
    const { ingress, requests } = recordRequests(answer);
    await resolveAwakeable(ingress, "x/../../Probe/echo?");
    expect(requests[0]?.line).toBe(
      "POST http://restate:8080/restate/awakeables/x%2F..%2F..%2FProbe%2Fecho%3F/resolve",
    );
  });

  test.each(["", ".", "..", "\udc00"])("has no id like %j", async (id) => {
    const { ingress, requests } = recordRequests(answer);
    for (const request of [resolveAwakeable(ingress, id, 1), rejectAwakeable(ingress, id, "no")]) {
      expect(await rejectionOf(request)).toMatchObject({ source: "request", attempts: 0 });
    }
    expect(requests).toEqual([]);
  });

  it("tells what the ingress refuses", async () => {
    const error = {
      code: 400,
      message: "bad awakeable id 'x': bad format",
      source: "ingress",
    };
    const { ingress } = recordRequests(() => Response.json(error, { status: 400 }));
    expect(await rejectionOf(resolveAwakeable(ingress, "x"))).toMatchObject(error);
  });

  it("obeys a signal", async () => {
    const { ingress, requests } = recordRequests(answer);
    const signal = AbortSignal.abort("enough");
    expect(await rejectionOf(rejectAwakeable(ingress, "x", "no", { signal }))).toBe("enough");
    expect(requests).toEqual([]);
  });
});
