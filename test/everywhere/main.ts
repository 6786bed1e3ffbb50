// First, because the SDK needs what it brings.
import { services } from "probe/services";

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { faultyProxy } from "../faults/faulty-proxy.js";
import { freePorts } from "../restate/free-ports.js";
import { OLD_SERVER, oldServerBinary } from "../restate/old-server.js";
import { register } from "../restate/register.js";
import { serveEndpoint } from "../restate/serve-endpoint.js";
import { serverBinary } from "../restate/server-binary.js";
import { startServer } from "../restate/start-server.js";
import { packPackages } from "../tasks/pack.mjs";
import { harmByPath } from "./harm-by-path.js";
import { allLayouts } from "./layouts/all-layouts.js";
import { allMonorepos } from "./monorepos/all-monorepos.js";
import { allPlatforms } from "./platforms/all-platforms.js";
import { scriptRunner } from "./platforms/command-line.js";
import type { Installed, Platform } from "./platforms/platform.js";
import { allRecipes } from "./recipes/all-recipes.js";
import type { Report, Scene } from "./suite/check.js";
import { testsOnOldServer } from "./tests-on-old-server.js";
import { viteApps } from "./vite/vite-apps.js";

const OLD_PLACE = `this Node against Restate ${OLD_SERVER}`;

/** What is in the names of the places that are meant: `npm run test:everywhere -- Vite`. */
const [, , , part = ""] = process.argv;

const tarballs = mkdtempSync(join(tmpdir(), "restate-codegen-packed-"));
try {
  await packPackages(tarballs);
  await runEverywhere([
    ...allPlatforms,
    testsOnOldServer,
    ...allLayouts(tarballs),
    ...viteApps(tarballs),
    ...allMonorepos(tarballs),
    ...allRecipes(tarballs),
  ]);
} finally {
  rmSync(tarballs, { recursive: true });
}

async function runEverywhere(all: readonly Platform[]): Promise<void> {
  const places = all.filter(({ name }) => name.includes(part));
  const counts: Count[] = [];
  const skipped: string[] = [];
  const orSkip = async <T>(name: string, install: () => Promise<T>): Promise<T | undefined> =>
    install().catch((error: unknown) => {
      skipped.push(`${name}, because ${messageOf(error)}`);
      return undefined;
    });

  // They are large, and come from one place: one after the other, while nothing else runs.
  const platforms: Installed[] = [];
  for (const { name, install } of places) {
    const platform = await orSkip(name, install);
    platforms.push(...(platform === undefined ? [] : [platform]));
  }
  const oldServer = OLD_PLACE.includes(part)
    ? await orSkip(`Restate ${OLD_SERVER}`, oldServerBinary)
    : undefined;

  await withServer(serverBinary(), false, async (scene) => {
    for (const platform of platforms) {
      counts.push(await runSuite(platform, scene));
    }
  });
  if (oldServer !== undefined) {
    const runner = scriptRunner(OLD_PLACE, process.execPath);
    await withServer(oldServer, true, async (scene) => {
      counts.push(await runSuite(runner, scene));
    });
  }
  report(counts, skipped, places.length + 1);
}

/** What came of one run of the suite. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

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
      adminUrl: server.adminUrl,
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

/** Runs the suite, prints a line about it, and the checks that failed. */
async function runSuite(platform: Installed, scene: Scene): Promise<Count> {
  const { name } = platform;
  const start = Date.now();
  const outcomes: Report = await platform.runSuite(scene).catch((error: unknown) => ({
    [name]: messageOf(error),
  }));
  const failures = Object.entries(outcomes).filter(([, outcome]) => outcome !== "ok");
  const failed = failures.length;
  const passed = Object.keys(outcomes).length - failed;
  const seconds = ((Date.now() - start) / 1_000).toFixed(1).padStart(5);
  console.log(`${name.padEnd(36)} ${passed} passed, ${failed} failed in ${seconds} s`);
  failures.forEach(([check, outcome]) => console.log(`  failed: ${check}\n    ${outcome}`));
  return { passed, failed };
}

function report(counts: readonly Count[], skipped: readonly string[], wanted: number): void {
  for (const line of skipped) {
    console.log(`\nSKIPPED: ${line}`);
  }
  if (skipped.length > 0) {
    console.log(`\n${skipped.length} skipped, of ${wanted}`);
  }
  const sum = (part: keyof Count): number => counts.reduce((all, count) => all + count[part], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("passed") > 0 && sum("failed") === 0 ? 0 : 1;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
