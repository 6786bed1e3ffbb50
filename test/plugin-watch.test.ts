import { existsSync } from "node:fs";
import { join } from "node:path";
import { restateCodegen } from "restate-codegen/vite";
import { createServer } from "vite";
import { describe, expect, onTestFinished, test } from "vitest";
import { greeter, makeProject, read, write } from "./cli/project.js";
import { watchingBundlers } from "./plugin/watching-bundlers.js";

const main = `import { connect } from "@restate-codegen/runtime";
import { greeterClient } from "./clients/index.js";
console.log(greeterClient(connect({ url: "http://localhost:8080" })));
`;

/** The handler of the service goes by another name. */
const renamed = (output?: string) => greeter(output).replace("greet:", "welcome:");

const patience = { timeout: 60_000 };

// First, while nothing else in this process has listened to anything.
describe("the plugin for Vite, while it serves", () => {
  test("goes on when the server is started anew, and ends with it", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    const server = await serve(project);
    await server.restart();
    write(project, "src/greeter.ts", renamed());
    await expect.poll(() => read(project, "src/clients/greeter.ts"), patience).toContain("welcome");
    await server.close();
    await expect.poll(watchers, patience).toBe(0);
  });

  test("generates once where nothing is to be watched", async () => {
    const project = makeProject({ "src/greeter.ts": greeter() });
    const server = await serve(project, null);
    expect(read(project, "src/clients/greeter.ts")).toContain("greet");
    expect(watchers()).toBe(0);
    await server.close();
  });
});

describe.each(Object.entries(watchingBundlers))(
  "the plugin for %s, which watches",
  (name, watch) => {
    test("generates on each change, and shows what is wrong until it is mended", async () => {
      const project = makeProject({ "src/greeter.ts": greeter(), "src/main.ts": main });
      const { wrong, close } = watch(project);
      onTestFinished(close);
      const bundle = () =>
        existsSync(join(project, "dist/main.js")) ? read(project, "dist/main.js") : "";
      await expect.poll(bundle, patience).toContain('handler: "greet"');
      write(project, "src/greeter.ts", renamed());
      await expect.poll(bundle, patience).toContain('handler: "welcome"');
      write(project, "src/greeter.ts", renamed("bigint"));
      await expect.poll(wrong, patience).toContain("error RC207");
      expect(bundle()).toContain('handler: "welcome"');
      if (name !== "Rollup") {
        write(project, "src/greeter.ts", renamed());
        await expect.poll(wrong, patience).toBe("");
      }
    });
  },
);

function serve(root: string, watch?: null) {
  return createServer({
    ...{ root, configFile: false, logLevel: "silent", plugins: [restateCodegen()] },
    server: { middlewareMode: true, ...(watch === null && { watch }) },
    optimizeDeps: { noDiscovery: true },
  });
}

/** How many files and folders this process listens to. */
function watchers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === "FSEventWrap").length;
}
