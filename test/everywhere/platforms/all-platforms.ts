import { chromium } from "./chromium.js";
import { commandLine } from "./command-line.js";
import type { Platform } from "./platform.js";
import { workerd } from "./workerd.js";

const { platform: system, arch } = process;
const arm = arch === "arm64";
const cpu = arm ? "aarch64" : "x64";

/** Where the suite has to pass: the newest release of each that was there when it was put down here. */
export const allPlatforms: readonly Platform[] = [
  ...["20.20.2", "22.23.3", "24.21.0", "26.10.0"].map((version) =>
    commandLine({
      name: "Node",
      package: `node-${system}-${arch}`,
      version,
      program: "bin/node",
    }),
  ),
  commandLine({
    name: "Bun",
    package: `@oven/bun-${system}-${cpu}`,
    version: "1.4.5",
    program: "bin/bun",
  }),
  commandLine({
    name: "Deno",
    package: `@deno/${system}-${arch}${system === "linux" ? "-glibc" : ""}`,
    version: "2.9.6",
    program: "deno",
    args: ["run", "--quiet", "--no-prompt", "--no-config", "--allow-net"],
  }),
  workerd(`@cloudflare/workerd-${system}-${arm ? "arm64" : "64"}`, "1.20261117.1"),
  chromium,
];
