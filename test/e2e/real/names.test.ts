// The server is asked which names it registers. A fake registers nothing.

import * as restate from "@restatedev/restate-sdk";
import { describe, expect, inject, onTestFinished, test } from "vitest";

import {
  handlerNameProblem,
  serviceNameProblem,
} from "../../../packages/codegen/src/naming/restate-name.js";
import { register } from "../../restate/register.js";
import { serveEndpoint } from "../../restate/serve-endpoint.js";

describe("the generator refuses the name of a service exactly where the server does", () => {
  test.each([
    ["Named"],
    ["named.flow-2_x"],
    ["_1x"],
    ["openapis"],
    ["my-restate"],
    ["_"],
    ["1a"],
    ["-a"],
    ["a b"],
    ["größe"],
    ["restate"],
    ["RestateThing"],
    ["openapi"],
    ["OpenAPI"],
  ])("%s", async (name) => {
    expect(serviceNameProblem(name) === undefined).toBe(await accepts(name, "ping"));
  });
});

describe("the generator refuses the name of a handler exactly where the server does", () => {
  test.each([["then"], ["constructor"], ["_1x"], ["snake_case"], ["get-all"], ["a.b"], ["1a"]])(
    "%s",
    async (name) => {
      const service = `Of${name.replaceAll(/\W/g, "")}`;
      expect(handlerNameProblem(name) === undefined).toBe(await accepts(service, name));
    },
  );
});

/** Whether the server registers such a service. */
async function accepts(service: string, handler: string): Promise<boolean> {
  const handlers = { [handler]: async (_ctx: restate.Context) => Promise.resolve(1) };
  const endpoint = await serveEndpoint([restate.service({ name: service, handlers })]);
  onTestFinished(endpoint.close);
  return register(inject("adminUrl"), endpoint.url).then(
    () => true,
    (error: unknown) => {
      // Any other refusal would prove nothing.
      expect(String(error)).toMatch(/META0005|match pattern/);
      return false;
    },
  );
}
