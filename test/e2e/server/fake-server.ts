import { fakeIngress, TerminalError, type FakeIngress } from "@restate-codegen/runtime/testing";
import type { CatalogueClient } from "shop/clients";

import { probeFakes, type ProbeClients } from "./probe-fakes.js";
import { serdeFakes, type SerdeClients } from "./serde-fakes.js";

interface Clients extends ProbeClients, SerdeClients {
  readonly Catalogue: CatalogueClient;
}

/** Stands for the server of these tests: the same services, and a clock that runs as the server's does. */
export function fakeServer(): FakeIngress {
  return fakeIngress<Clients>(
    {
      ...probeFakes(),
      ...serdeFakes(),
      Catalogue: {
        search: ({ limit = 10 }) => {
          if (limit < 1) {
            throw new TerminalError("limit: it has to be 1 or more", { errorCode: 400 });
          }
          return [];
        },
      },
    },
    { clock: "running" },
  );
}
