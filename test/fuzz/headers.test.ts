import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { probeClient, tallyClient } from "probe/clients";
import { expect, test } from "vitest";

import { hold } from "./hold.js";
import { asciiText, oddText } from "./odd-text.js";
import { isRefusal, outcomeOf } from "./outcome-of.js";
import { recordedIngress } from "./recorded-ingress.js";

const someText = fc.oneof(asciiText, oddText);

/** Names that speak to the connection, that Restate reads itself, or that the SDK's record of headers cannot hold. */
const spoken =
  /^(host|connection|content-(length|type)|transfer-encoding|expect|keep-alive|upgrade|te|trailer|idempotency-.*|x-restate-.*|__proto__)$/;

/** Whether HTTP carries a value as it is. */
const isCarried = (value: string): boolean => /^([!-~]([\t -~]*[!-~])?)?$/.test(value);

test("any header's value reaches the handler as it is, or is refused", async () => {
  const { ingress, takePaths } = await recordedIngress();
  await hold("values of headers", [someText], async (value) => {
    const outcome = await outcomeOf(() =>
      probeClient(ingress).headers({ headers: { "x-odd": value } }),
    );
    if (isCarried(value)) {
      expect(outcome).toMatchObject({ result: { "x-odd": value } });
    } else {
      expect(outcome).toSatisfy(isRefusal);
    }
    expect(takePaths()).toHaveLength(isCarried(value) ? 1 : 0);
  });
});

test("any header's name reaches the handler, or is refused", async () => {
  const { ingress, takePaths } = await recordedIngress();
  const name = someText.filter((text) => !spoken.test(text.toLowerCase()));
  await hold("names of headers", [name], async (text) => {
    const isToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
    const outcome = await outcomeOf(() =>
      probeClient(ingress).headers({ headers: { [text]: "1" } }),
    );
    if (isToken) {
      expect(outcome).toMatchObject({ result: { [text.toLowerCase()]: "1" } });
    } else {
      expect(outcome).toSatisfy(isRefusal);
    }
    expect(takePaths()).toHaveLength(isToken ? 1 : 0);
  });
});

test("two idempotency keys are one only if they are equal, and any finds its invocation", async () => {
  const { ingress } = await recordedIngress();
  const near = someText.chain((one) =>
    fc.tuple(
      fc.constant(one),
      fc.oneof(
        fc.constantFrom(one, ` ${one}`, `${one} `, `${one}\t`, one.toUpperCase(), `${one}%20`),
        someText,
      ),
    ),
  );
  await hold("idempotency keys", [near], async ([one, other]) => {
    const tally = tallyClient(ingress, randomUUID());
    const first = await outcomeOf(() => tally.add({ idempotencyKey: one }));
    const second = await outcomeOf(() => tally.add({ idempotencyKey: other }));
    const count = isCarried(one) && one !== other ? 2 : 1;
    expect(first).toSatisfy(isCarried(one) ? (it) => "result" in it && it.result === 1 : isRefusal);
    expect(second).toSatisfy(
      isCarried(other) ? (it) => "result" in it && it.result === count : isRefusal,
    );
    if (isCarried(other)) {
      const found = tally.add.invocation({ idempotencyKey: other });
      expect(await found.attach()).toBe(count);
      expect(await found.output()).toEqual({ ready: true, result: count });
    }
  });
});
