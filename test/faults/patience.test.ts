import { expect, test } from "vitest";

import { waitThroughCuts } from "./patience/wait-through-cuts.js";

test("a call gets its result, however often a proxy cuts the connection meanwhile", async () => {
  const { result, requests, waited } = await waitThroughCuts({
    handler: 4_000,
    cutIdleAfter: 1_000,
  });
  expect(result).toBe(4_000);
  expect(waited).toBeGreaterThanOrEqual(3_900);
  // The first is cut, and at least two that attach.
  expect(requests.length).toBeGreaterThanOrEqual(4);
}, 60_000);
