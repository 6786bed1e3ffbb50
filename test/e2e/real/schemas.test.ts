// What a schema takes and gives happens in the service, and with a fake in its functions.

// First, because the SDK needs what it brings.
import "probe/services";

import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { subjectClient as takesNothingClient } from "../../../fixtures/errors/schema-takes-nothing/expected/subject.js";
import { subject as takesNothing } from "../../../fixtures/errors/schema-takes-nothing/input.js";
import { shelfClient } from "../../../fixtures/schemas/parsed/expected/shelf.js";
import { shelf } from "../../../fixtures/schemas/parsed/input.js";
import { register } from "../../restate/register.js";
import { serveEndpoint, type Endpoint } from "../../restate/serve-endpoint.js";
import { ingress } from "../ingress.js";

let endpoint: Endpoint;

beforeAll(async () => {
  endpoint = await serveEndpoint([shelf, takesNothing]);
  await register(inject("adminUrl"), endpoint.url);
});
afterAll(async () => endpoint.close());

describe("a schema", () => {
  const client = shelfClient(ingress);

  it.each(["zod", "valibot", "arktype", "ofZodAlone"] as const)(
    "takes its input side, and gives its output as JSON: %s",
    async (handler) => {
      const read = { words: 2, language: "en", at: "2025-01-02T00:00:00.000Z" };
      expect(await client[handler]({ words: "two words", at: "2025-01-02T00:00:00.000Z" })).toEqual(
        read,
      );
      const given = { words: "one", language: "de", at: "2025-01-02T00:00:00.000Z" };
      expect(await client[handler](given)).toEqual({ ...given, words: 1 });
    },
  );

  it("refuses what does not match, and says where", async () => {
    // @ts-expect-error: `words` are text.
    await expect(client.zod({ words: 2, at: "2025-01-02T00:00:00.000Z" })).rejects.toMatchObject({
      source: "invocation",
      code: 400,
      message: expect.stringContaining("words"),
    });
  });

  it("takes nothing, or something, where the serde lets it", async () => {
    expect(await client.maybe()).toBe("nothing");
    expect(await client.maybe("tea")).toBe("tea");
  });
});

describe("a schema that is content without a body", () => {
  const client = takesNothingClient(ingress);

  it.each(["optional", "defaulted", "anything", "text", "piped"] as const)(
    "gets none, and would be refused one: %s",
    async (handler) => {
      await client[handler]();
      const response = await fetch(`${inject("ingressUrl")}/Subject/${handler}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"tag":"x"}',
      });
      expect(response.status).toBe(400);
    },
  );

  it("gets one where `accept` says so", async () => {
    expect(await client.told({ tag: "x" })).toBe("x");
    expect(await client.told()).toBeUndefined();
    expect(await client.number("5")).toBe(5);
  });
});
