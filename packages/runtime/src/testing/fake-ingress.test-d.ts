// Compiled with the package, never run: what testers may write, and what must not compile.
/* eslint-disable jsdoc/require-jsdoc -- Each statement says itself what it is for. */
import type {
  Handler,
  NoInputHandler,
  OptionalInputHandler,
  PrivateWorkflowRun,
  WorkflowRun,
} from "../index.js";
import { bytes } from "../serde.js";
import { fakeIngress } from "./index.js";

interface Item {
  readonly sku: string;
}

interface CartClient {
  readonly add: Handler<Item, number>;
  readonly list: NoInputHandler<Item[]>;
  readonly note: OptionalInputHandler<string, string | null>;
  readonly photo: Handler<Uint8Array, void>;
  readonly then$: NoInputHandler<string>;
}

interface SignupClient {
  readonly run: WorkflowRun<Item, string>;
  readonly confirm: Handler<string, void>;
}

interface NightlyClient {
  readonly run: PrivateWorkflowRun<string>;
}

interface Clients {
  readonly Cart: CartClient;
  readonly "signup.flow": SignupClient;
  readonly Nightly: NightlyClient;
}

export function accepts(): void {
  fakeIngress<Clients>({
    Cart: {
      add: ({ sku }, { key, headers }) => sku.length + key.length + Object.keys(headers).length,
      list: async () => Promise.resolve([{ sku: "tea" }]),
      note: { kind: "shared", handler: (text) => text?.toUpperCase() ?? null },
      photo: {
        input: bytes,
        handler: (data) => {
          data.fill(0);
        },
      },
      then: (_input, { awakeable }) => awakeable<string>().promise,
    },
    "signup.flow": {
      run: async ({ sku }, { sleep }) => {
        await sleep({ days: 1 });
        return sku;
      },
    },
    Nightly: { run: (_input, { key }) => key },
  });
  // Some of a client's handlers are enough, and so are some of the clients.
  fakeIngress<Clients>({ Cart: { list: () => [] } });
  // Without types, anything goes.
  fakeIngress({ Anything: { at: (input, { key }) => [input, key], all: ({ sku }: Item) => sku } });
}

export function refuses(): void {
  // @ts-expect-error The handler is `add`.
  fakeIngress<Clients>({ Cart: { ad: () => 1 } });
  // @ts-expect-error The service is `Cart`.
  fakeIngress<Clients>({ Card: { add: () => 1 } });
  // @ts-expect-error Items have a `sku`.
  fakeIngress<Clients>({ Cart: { list: () => [{ sk: "tea" }] } });
  // @ts-expect-error What arrives is an item.
  fakeIngress<Clients>({ Cart: { add: (text: string) => text.length } });
  // @ts-expect-error The name of the handler, not of the client's member, is what counts.
  fakeIngress<Clients>({ Cart: { then$: () => "" } });
  // @ts-expect-error The input may be left out.
  fakeIngress<Clients>({ Cart: { note: (text) => text.length } });
  // @ts-expect-error No such kind.
  fakeIngress<Clients>({ Cart: { list: { kind: "service", handler: () => [] } } });
}
