import { configDefaults, defineConfig } from "vitest/config";

import { meaninglessOnOldServer } from "./test/restate/old-server.js";

/** What `npm run test:everywhere` runs, since it has to install a server: the end-to-end tests on Restate 1.6. */
export default defineConfig({
  test: {
    name: "e2e on 1.6",
    include: ["test/e2e/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...Object.keys(meaninglessOnOldServer)],
    provide: { server: "old" },
    globalSetup: ["test/restate/old-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
