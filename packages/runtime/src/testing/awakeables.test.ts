import { describe, expect, it } from "vitest";
import { resolveAwakeable } from "../awakeable.js";
import { handler } from "../handler.js";
import { fakeIngress } from "./index.js";

const service = { service: "Greeter", handler: "greet" };

describe("an awakeable", () => {
  it("of a handler is completed by the code under test", async () => {
    const ids: string[] = [];
    const fake = fakeIngress({
      Greeter: {
        greet: async (_input, { awakeable }) => {
          const { id, promise } = awakeable<string>();
          ids.push(id);
          return `Hi ${await promise}`;
        },
      },
    });
    const sent = await handler(fake, service).send(1);
    expect(await sent.output()).toEqual({ ready: false });
    await resolveAwakeable(fake, String(ids[0]), "Mary");
    expect(await sent.attach()).toBe("Hi Mary");
  });

  it("of the test tells it what it was completed with", async () => {
    const fake = fakeIngress({});
    const { id, promise } = fake.awakeable<{ approved: boolean }>();
    await resolveAwakeable(fake, id, { approved: true });
    expect(await promise).toEqual({ approved: true });
  });
});
