// First, because the SDK needs what it brings.
import { services } from "probe/services";

import { faultyProxy } from "../faults/faulty-proxy.js";
import { freePorts } from "../restate/free-ports.js";
import { register } from "../restate/register.js";
import { serveEndpoint } from "../restate/serve-endpoint.js";
import { serverBinary } from "../restate/server-binary.js";
import { startServer } from "../restate/start-server.js";
import { harmByPath } from "./harm-by-path.js";
import { allPlatforms } from "./platforms/all-platforms.js";
import { scriptRunner } from "./platforms/command-line.js";
import { installPackage } from "./platforms/install-package.js";
import type { Installed } from "./platforms/platform.js";
import type { Report, Scene } from "./suite/check.js";

const OLD_SERVER = "1.6.2";

/** What came of a part of the run. */
interface Tally {
  passed: number;
  failed: number;
  readonly skipped: string[];
}

const tally: Tally = { passed: 0, failed: 0, skipped: [] };

// They are large, and come from one place: one after the other, while nothing else runs.
const installed: Installed[] = [];
for (const { name, install } of allPlatforms) {
  await orSkip(name, async () => installed.push(await install()));
}

await withServer(serverBinary(), false, async (scene) => {
  for (const platform of installed) {
    await count(platform, scene);
  }
});
await orSkip(`Restate ${OLD_SERVER}`, async () => {
  const name = `@restatedev/restate-server-${process.platform}-${process.arch}`;
  const binary = await installPackage(name, OLD_SERVER, "bin/restate-server");
  const runner = scriptRunner(`this Node against Restate ${OLD_SERVER}`, process.execPath);
  await withServer(binary, true, (scene) => count(runner, scene));
});

for (const line of tally.skipped) {
  console.log(`\nSKIPPED: ${line}`);
}
if (tally.skipped.length > 0) {
  console.log(`\n${tally.skipped.length} skipped, of ${allPlatforms.length + 1}`);
}
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;

async function withServer(
  binary: string,
  isOldServer: boolean,
  work: (scene: Scene) => Promise<void>,
): Promise<void> {
  const server = await startServer(binary);
  const endpoint = await serveEndpoint(services);
  const proxy = await faultyProxy({ target: server.ingressUrl, route: harmByPath() });
  const [closed] = await freePorts(1);
  try {
    await register(server.adminUrl, endpoint.url);
    await work({
      ingressUrl: server.ingressUrl,
      proxyUrl: proxy.url,
      closedUrl: `http://127.0.0.1:${closed}`,
      isOldServer,
      isPage: false,
    });
  } finally {
    await proxy.close();
    await server.stop();
    await endpoint.close();
  }
}

async function orSkip(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    tally.skipped.push(`${name}, because ${messageOf(error)}`);
  }
}

/** Runs a suite, prints a line about it, and the checks that failed. */
async function count({ name, runSuite }: Installed, scene: Scene): Promise<void> {
  const start = Date.now();
  const report: Report = await runSuite(scene).catch((error: unknown) => ({
    [name]: messageOf(error),
  }));
  const failures = Object.entries(report).filter(([, outcome]) => outcome !== "ok");
  const passed = Object.keys(report).length - failures.length;
  const seconds = ((Date.now() - start) / 1_000).toFixed(1);
  console.log(
    `${name.padEnd(36)} ${passed} passed, ${failures.length} failed in ${seconds.padStart(5)} s`,
  );
  failures.forEach(([check, outcome]) => console.log(`  failed: ${check}\n    ${outcome}`));
  tally.passed += passed;
  tally.failed += failures.length;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
