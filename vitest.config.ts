import { defineConfig } from "vitest/config";

/** The tests that talk to a Restate server. */
const withServer = ["e2e", "faults", "fuzz"].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts"],
          // They start nothing, and wait for nothing.
          maxWorkers: "100%",
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "workspace",
          include: ["test/**/*.test.ts"],
          exclude: ["**/node_modules/**", ...withServer],
          sequence: { groupOrder: 2 },
          // Some of these install packages or run compilers, each a process of its own.
          maxConcurrency: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: withServer,
          provide: { server: "real" },
          globalSetup: ["test/restate/global-setup.ts"],
          // After the rest, so that no compiler takes the server's time.
          sequence: { groupOrder: 3 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e in a scope",
          include: ["test/e2e/*.test.ts"],
          provide: { server: "scope" },
          globalSetup: ["test/restate/scope-setup.ts"],
          sequence: { groupOrder: 3 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e on the fake",
          include: ["test/e2e/*.test.ts"],
          provide: { server: "fake" },
          sequence: { groupOrder: 3 },
          testTimeout: 30_000,
        },
      },
    ],
  },
});
