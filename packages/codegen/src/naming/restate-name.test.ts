import { expect, test } from "vitest";

import { handlerNameProblem, serviceNameProblem } from "./restate-name.js";

test.each(["Greeter", "a", "_1x", "a.b-c_d", "openapis", "Openapi2", "my-restate"])(
  "%s can be the name of a service",
  (name) => {
    expect(serviceNameProblem(name)).toBeUndefined();
  },
);

test.each(["", "_", "1a", "-a", "a b", "ü", "restate", "RestateThing", "openapi", "OpenAPI"])(
  "%j cannot be the name of a service",
  (name) => {
    expect(serviceNameProblem(name)).toBeTypeOf("string");
  },
);

test.each(["greet", "_1", "then", "constructor", "snake_case"])(
  "%s can be the name of a handler",
  (name) => {
    expect(handlerNameProblem(name)).toBeUndefined();
  },
);

test.each(["", "get-all", "a.b", "1a", "__proto__"])(
  "%j cannot be the name of a handler",
  (name) => {
    expect(handlerNameProblem(name)).toBeTypeOf("string");
  },
);
