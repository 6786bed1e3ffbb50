import fc from "fast-check";
import { probeClient } from "probe/clients";
import { expect, test } from "vitest";

import { hold } from "./hold.js";
import { oddText } from "./odd-text.js";
import { isRefusal, outcomeOf } from "./outcome-of.js";
import { recordedIngress } from "./recorded-ingress.js";

test("any value comes back as JSON has it, or is refused", async () => {
  const { ingress, takePaths } = await recordedIngress();
  const value = fc.oneof(
    fc.jsonValue(),
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
    oddText,
  );
  await hold("values", [value], async (input) => {
    const outcome = await outcomeOf(() => probeClient(ingress).echo(input));
    const text = textOf(input);
    if (text === "refused") {
      expect(outcome).toSatisfy(isRefusal);
      expect(takePaths()).toEqual([]);
    } else {
      // An empty body is no value.
      expect(outcome).toEqual({ result: text === undefined ? undefined : JSON.parse(text) });
      expect(takePaths()).toEqual([["Probe", "echo"]]);
    }
  });
});

function textOf(value: unknown): string | undefined {
  try {
    // Functions and symbols have none, whatever the declaration says.
    return JSON.stringify(value) as string | undefined;
  } catch {
    return "refused";
  }
}

test("any bytes come back", async () => {
  const { ingress } = await recordedIngress();
  await hold("bytes", [fc.uint8Array({ maxLength: 3_000 })], async (data) => {
    expect(new Uint8Array(await probeClient(ingress).bytes(data))).toEqual(new Uint8Array(data));
  });
});

test("any delay is kept, or is refused", async () => {
  const { ingress, takePaths } = await recordedIngress();
  const number = fc.oneof(
    fc.double(),
    fc.integer({ min: -2, max: 1e9 }),
    fc.double({ min: 0, max: 5e12 }),
  );
  // Only what is not due before the test ends, as nobody is to wait for it.
  const delay = fc.oneof(
    number.filter((ms) => !(ms >= 0 && ms < 60_000)),
    fc.record({ days: number, hours: fc.constantFrom(1, 0.5), seconds: number }),
  );
  await hold("delays", [delay], async (value) => {
    const before = Date.now();
    const outcome = await outcomeOf(() => probeClient(ingress).nothing.send({ delay: value }));
    const wanted =
      typeof value === "number"
        ? value
        : value.days * 86_400_000 + value.hours * 3_600_000 + value.seconds * 1_000;
    const isKept = wanted >= 0 && wanted <= 36_500 * 86_400_000;
    expect(takePaths()).toHaveLength(isKept ? 1 : 0);
    if (isKept) {
      const due = "result" in outcome ? Date.parse(outcome.result.executionTime ?? "") : NaN;
      expect(due - before).toBeGreaterThan(wanted - 1_000);
      expect(due - before).toBeLessThan(wanted + 30_000);
    } else {
      expect(outcome).toSatisfy(isRefusal);
    }
  });
});
