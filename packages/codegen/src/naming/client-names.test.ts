import { expect, test } from "vitest";

import { clientNames } from "./client-names.js";

test.each([
  ["Greeter", "greeter", "greeterClient", "GreeterClient"],
  ["HTTPGateway", "http-gateway", "httpGatewayClient", "HttpGatewayClient"],
  ["S3Sync", "s3-sync", "s3SyncClient", "S3SyncClient"],
  ["order_state", "order-state", "orderStateClient", "OrderStateClient"],
  ["a.b-c", "a-b-c", "aBCClient", "ABCClient"],
  ["signup.flow", "signup-flow", "signupFlowClient", "SignupFlowClient"],
  ["_1x", "1x", "_1xClient", "_1xClient"],
  ["every-2", "every-2", "every2Client", "Every2Client"],
  ["Index", "index-client", "indexClient", "IndexClient"],
  ["contract", "contract-client", "contractClient", "ContractClient"],
  ["CON", "con-client", "conClient", "ConClient"],
  ["Lpt1", "lpt1-client", "lpt1Client", "Lpt1Client"],
])("%s is %s.ts, %s and %s", (name, module, factory, type) => {
  expect(clientNames(name)).toEqual({ module, factory, type });
});
