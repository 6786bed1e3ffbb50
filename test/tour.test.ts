import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readTour, writeTour } from "./tour/tour-steps.js";
import { walk } from "./tour/walk.js";

const readme = fileURLToPath(new URL("../README.md", import.meta.url));

test("the README's tour is what happens in an empty folder", async () => {
  const markdown = readFileSync(readme, "utf8");
  const { steps, failed } = await walk(readTour(markdown));
  if (process.env["UPDATE_FIXTURES"] === "1") {
    writeFileSync(readme, writeTour(markdown, steps));
  }
  expect(steps).toEqual(readTour(readFileSync(readme, "utf8")));
  // Each fails once, where the service has changed and the clients, or their callers, have not.
  expect(failed).toEqual(["npx restate-codegen check", "npx tsc"]);
});
