import { expect, test } from "vitest";

import { clientNames } from "./client-names.js";

test.each([
  ["Greeter", "greeter", "greeterClient", "GreeterClient", "GreeterSerdes"],
  ["HTTPGateway", "http-gateway", "httpGatewayClient", "HttpGatewayClient", "HttpGatewaySerdes"],
  ["S3Sync", "s3-sync", "s3SyncClient", "S3SyncClient", "S3SyncSerdes"],
  ["order_state", "order-state", "orderStateClient", "OrderStateClient", "OrderStateSerdes"],
  ["a.b-c", "a-b-c", "aBCClient", "ABCClient", "ABCSerdes"],
  ["signup.flow", "signup-flow", "signupFlowClient", "SignupFlowClient", "SignupFlowSerdes"],
  ["_1x", "1x", "_1xClient", "_1xClient", "_1xSerdes"],
  ["every-2", "every-2", "every2Client", "Every2Client", "Every2Serdes"],
  ["Index", "index-client", "indexClient", "IndexClient", "IndexSerdes"],
  ["Types", "types-client", "typesClient", "TypesClient", "TypesSerdes"],
  ["contract", "contract-client", "contractClient", "ContractClient", "ContractSerdes"],
  ["CON", "con-client", "conClient", "ConClient", "ConSerdes"],
  ["Lpt1", "lpt1-client", "lpt1Client", "Lpt1Client", "Lpt1Serdes"],
])("%s is %s.ts, %s, %s and %s", (name, module, factory, type, serdes) => {
  expect(clientNames({ name })).toEqual({ module, factory, type, serdes });
});

test("what the user calls a client counts more than the Restate name", () => {
  expect(clientNames({ name: "Greeter", clientName: "front-desk" })).toEqual(
    clientNames({ name: "front-desk" }),
  );
});
