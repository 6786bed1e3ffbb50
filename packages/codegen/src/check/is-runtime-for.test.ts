import { expect, test } from "vitest";

import { isRuntimeFor } from "./is-runtime-for.js";

test.each([
  ["0.0.0", "0.0.0", true],
  ["1.2.0", "1.2.0", true],
  ["1.2.0", "1.3.0", true],
  ["1.2.5", "1.2.0", true],
  ["1.2.0", "1.10.0", true],
  ["1.10.0", "1.9.3", false],
  ["1.2.0", "0.9.0", false],
  ["2.0.0", "1.9.0", false],
  // Its major says that something is no longer there.
  ["1.2.0", "2.0.0", false],
  ["1.2.0", "2.0.0-next.1", false],
  ["0.3.0", "0.2.9", false],
  ["0.3.0", "0.4.0", true],
  // What was tried out before a release need not have all that came with it.
  ["1.2.0", "1.2.0-next.1", false],
  ["1.2.0-next.1", "1.2.0-next.0", false],
  ["1.2.0-next.1", "1.2.0-next.1", true],
  ["1.2.0-next.1", "1.2.0", true],
  ["1.2.0", "1.3.0-next.1", true],
  ["1.2.0", "workspace:*", true],
])("modules of %s on runtime %s: %s", (generator, runtime, expected) => {
  expect(isRuntimeFor(generator, runtime)).toBe(expected);
});
