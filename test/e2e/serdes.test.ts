import { describe, expect, it } from "vitest";

import { inboxClient } from "../../fixtures/serdes/accept/expected/inbox.js";
import { tablesClient } from "../../fixtures/serdes/custom/expected/tables.js";
import { csv, dated } from "../../fixtures/serdes/custom/input.js";
import { ingress } from "./ingress.js";

describe("a serde that callers bring", () => {
  const client = tablesClient(ingress, "prices", {
    save: { input: csv },
    load: { output: csv },
    all: { output: csv },
    touch: { input: dated<string>(), output: dated<number>() },
    hash: { input: csv },
    then$: { input: csv },
  });
  const rows = [
    ["tea", "3"],
    ["cake", "4"],
  ];

  it("writes inputs and reads results, by a call, an attach and a peek", async () => {
    expect(await client.save(rows)).toBe(2);
    expect(await client.all()).toEqual(rows);
    const sent = await client.load.send(true);
    const transposed = [
      ["tea", "cake"],
      ["3", "4"],
    ];
    expect(await sent.attach()).toEqual(transposed);
    expect(await sent.output()).toEqual({ ready: true, result: transposed });
  });

  it("decides the types", async () => {
    const at = new Date(0);
    const touched: { at: Date; value: number } = await client.touch({ at, value: "four" });
    expect(touched).toEqual({ at, value: 4 });
    // @ts-expect-error: the serde writes rows of text.
    await expect(client.save(5)).rejects.toMatchObject({ source: "request" });
  });

  it("stands beside one that is known", async () => {
    expect(new Uint8Array(await client.hash(rows))).toEqual(Uint8Array.from([2]));
  });
});

describe("what `accept` says", () => {
  const client = inboxClient(ingress);

  it.each(["anything", "application", "text", "anyText"] as const)(
    "lets JSON in: %s",
    async (handler) => {
      expect(await client[handler]("tea")).toBe("tea");
    },
  );

  it("lets bytes in", async () => {
    const data = Uint8Array.from([1, 2, 3]);
    expect(await client.csv(data)).toBe(3);
    expect(new Uint8Array(await client.image(data))).toEqual(data);
  });

  it("lets a schema that takes nothing take something", async () => {
    expect(await client.optional("tea")).toBe("tea");
    expect(await client.optional()).toBe("nothing");
  });
});
