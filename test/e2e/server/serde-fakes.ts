import { bytes, json, type Serde } from "@restate-codegen/runtime";
import type { FakeService, FakeServices } from "@restate-codegen/runtime/testing";

import type { InboxClient } from "../../../fixtures/serdes/accept/expected/inbox.js";
import type { TablesClient } from "../../../fixtures/serdes/custom/expected/tables.js";
import { csv, dated } from "../../../fixtures/serdes/custom/input.js";

interface Dated<T> {
  readonly at: Date;
  readonly value: T;
}

type Rows = string[][];

/** The clients of `fixtures/serdes` whose callers bring serdes, or whose handlers accept what they say. */
export interface SerdeClients {
  readonly Inbox: InboxClient;
  readonly Tables: TablesClient<Rows, Rows, Rows, Dated<string>, Dated<number>, Rows, Rows>;
}

/** What these definitions do, as fakes. */
export function serdeFakes(): FakeServices<SerdeClients> {
  return { Inbox: inbox(), Tables: tables() };
}

function inbox(): FakeService<InboxClient> {
  // What arrives as JSON is what the client's type says.
  const text: Serde<string> = { ...(json as Serde<string>), contentType: "text/plain" };
  return {
    anything: (input) => input,
    application: (input) => input,
    text: { input: text, handler: (input) => input },
    anyText: { input: text, handler: (input) => input },
    csv: { input: { ...bytes, contentType: "text/csv" }, handler: (data) => data.length },
    image: {
      input: { ...bytes, contentType: "image/octet-stream" },
      output: bytes,
      handler: (data) => data,
    },
    optional: (input) => input ?? "nothing",
  };
}

function tables(): FakeService<SerdeClients["Tables"]> {
  const stored = new Map<string, Rows>();
  return {
    save: {
      input: csv,
      handler: (rows, { key }) => {
        stored.set(key, rows);
        return rows.length;
      },
    },
    load: {
      output: csv,
      handler: (transposed, { key }) => {
        const rows = stored.get(key) ?? [];
        return transposed === true
          ? (rows[0] ?? []).map((_, index) => rows.map((row) => row[index] ?? ""))
          : rows;
      },
    },
    all: { output: csv, handler: (_input, { key }) => stored.get(key) ?? [] },
    touch: {
      input: dated<string>(),
      output: dated<number>(),
      handler: ({ at, value }) => ({ at, value: value.length }),
    },
    hash: { input: csv, output: bytes, handler: (rows) => Uint8Array.from([rows.length]) },
    then: { input: csv, handler: () => undefined },
  };
}
