import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { services } from "probe/services";
import { expect, onTestFinished, test } from "vitest";

import { register } from "../restate/register.js";
import { serveEndpoint } from "../restate/serve-endpoint.js";
import { startServer } from "../restate/start-server.js";

interface Ending {
  readonly name: string;
  readonly timeout: number;
  readonly took: number;
  readonly error: { readonly message: string; readonly attempts: number };
}

test("once the server is gone for good, each call ends in its own time, and the process by itself", async () => {
  const server = await startServer();
  onTestFinished(server.stop);
  const endpoint = await serveEndpoint(services);
  onTestFinished(endpoint.close);
  await register(server.adminUrl, endpoint.url);

  const script = fileURLToPath(new URL("pending-calls.mjs", import.meta.url));
  const child = spawn(process.execPath, [script, server.ingressUrl], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  const exited = once(child, "exit");
  const endings: Ending[] = [];
  let doneAt = 0;
  for await (const line of createInterface(child.stdout)) {
    if (line === "waiting") {
      await server.kill();
      child.stdin.write("it is gone\n");
    } else if (line === "done") {
      doneAt = Date.now();
    } else {
      endings.push(JSON.parse(line) as Ending);
    }
  }
  expect(await exited).toEqual([0, null]);
  // Nothing that is left over may hold it: neither a timer nor a connection.
  expect(Date.now() - doneAt).toBeLessThan(3_000);

  expect(endings).toHaveLength(9);
  for (const { name, timeout, took, error } of endings) {
    expect(took, name).toBeGreaterThan(timeout / 2);
    expect(took, name).toBeLessThan(timeout + 3_000);
    // What, where, and how often: an awakeable has no handler, and its URL says what it is.
    expect(error, name).toMatchObject({
      name: "IngressError",
      source: "timeout",
      ...(name !== "an awakeable" && { target: { service: expect.any(String) } }),
    });
    expect(error.message, name).toContain(server.ingressUrl);
    expect(error.attempts, name).toBeGreaterThanOrEqual(
      name === "a call that seldom tries" ? 1 : 2,
    );
  }
}, 60_000);
