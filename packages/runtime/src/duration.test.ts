import { describe, expect, it, test } from "vitest";
import { type Duration, toMilliseconds } from "./duration.js";

describe("a duration", () => {
  test.each<[Duration, number]>([
    [0, 0],
    [1500, 1500],
    [{}, 0],
    [{ milliseconds: 5 }, 5],
    [{ seconds: 1 }, 1000],
    [{ minutes: 1, seconds: 30 }, 90_000],
    [{ hours: 2 }, 7_200_000],
    [{ days: 1, hours: 1, minutes: 1, seconds: 1, milliseconds: 1 }, 90_061_001],
    [{ minutes: 1, seconds: -30 }, 30_000],
    [{ seconds: 1, minutes: undefined }, 1000],
    [{ days: 36_500 }, 3_153_600_000_000],
  ])("of %j has %d milliseconds", (duration, milliseconds) => {
    expect(toMilliseconds("delay", duration)).toBe(milliseconds);
  });

  test.each<unknown>([
    NaN,
    -1,
    Infinity,
    -Infinity,
    4_000_000_000_000,
    { days: 50_000 },
    { seconds: NaN },
    { seconds: -1 },
    { hours: Infinity },
    "1h",
  ])("cannot be %j", (duration) => {
    // What JavaScript may pass.
    expect(() => toMilliseconds("delay", duration as Duration)).toThrow(
      expect.objectContaining({
        name: "IngressError",
        source: "request",
        message: expect.stringMatching(/^invalid delay$/) as string,
      }),
    );
  });

  it("is refused without being shown", () => {
    expect(() => toMilliseconds("timeout", -7)).not.toThrow("-7");
  });
});
