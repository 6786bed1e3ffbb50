import { describe, expect, it } from "vitest";
import { handler } from "../handler.js";
import { fakeIngress, TerminalError } from "./index.js";

const cart = (key: string) => ({ service: "Cart", key, handler: "add" });

describe("the handlers of a key", () => {
  const trace = (kind?: "shared") => {
    const steps: string[] = [];
    const fake = fakeIngress({
      Cart: {
        add: {
          kind,
          handler: async (sku, { sleep, key }) => {
            steps.push(`${key} ${String(sku)} begins`);
            await sleep(1_000);
            steps.push(`${key} ${String(sku)} ends`);
          },
        },
      },
    });
    return { steps, fake };
  };

  it("run one at a time", async () => {
    const { steps, fake } = trace();
    for (const [key, sku] of [
      ["Mary", 1],
      ["Mary", 2],
      ["John", 3],
    ] as const) {
      await handler(fake, cart(key)).send(sku);
    }
    await fake.clock.advance({ seconds: 2 });
    expect(steps).toEqual([
      "Mary 1 begins",
      "John 3 begins",
      "Mary 1 ends",
      "Mary 2 begins",
      "John 3 ends",
      "Mary 2 ends",
    ]);
  });

  it("run at once if they are shared", async () => {
    const { steps, fake } = trace("shared");
    await handler(fake, cart("Mary")).send(1);
    await handler(fake, cart("Mary")).send(2);
    await fake.clock.advance({ seconds: 1 });
    expect(steps.slice(0, 2)).toEqual(["Mary 1 begins", "Mary 2 begins"]);
  });

  it("go on after one that failed", async () => {
    const fake = fakeIngress({
      Cart: {
        add: (sku) => {
          if (sku === "none") {
            throw new TerminalError("none");
          }
          return sku;
        },
      },
    });
    const add = handler(fake, cart("Mary"));
    await expect(add("none")).rejects.toMatchObject({ message: "none" });
    expect(await add("tea")).toBe("tea");
  });
});
