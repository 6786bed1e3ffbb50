import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { outerEnvironment } from "../package/outer-environment.js";
import { freePorts } from "../restate/free-ports.js";
import { register } from "../restate/register.js";
import { startServer, type RestateServer } from "../restate/start-server.js";
import { packPackages } from "../tasks/pack.mjs";
import type { Step } from "./tour-steps.js";

/** What came of a tour. */
export interface Walked {
  /** The same steps, with what the commands really printed. */
  readonly steps: readonly Step[];
  /** The commands that did not exit with 0. */
  readonly failed: readonly string[];
}

/** Does in an empty folder what a tour says, with the packages as they would be published and a server of its own. */
export async function walk(tour: readonly Step[]): Promise<Walked> {
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), "restate-codegen-tour-"));
  const server = await startServer();
  const services: ChildProcess[] = [];
  const failed: string[] = [];
  try {
    const places = await findPlaces(scratch, server);
    const steps: Step[] = [];
    for (const step of tour) {
      steps.push(await take(step, places, { services, failed }));
    }
    return { steps, failed };
  } finally {
    services.forEach((child) => child.kill());
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Where things are, instead of where the tour says. */
interface Places {
  readonly folder: string;
  readonly tarballs: string;
  readonly polyfill: string;
  readonly port: number;
  readonly server: RestateServer;
}

async function findPlaces(scratch: string, server: RestateServer): Promise<Places> {
  const [folder, tarballs] = [join(scratch, "hello"), join(scratch, "tarballs")];
  const polyfill = join(scratch, "with-resolvers.mjs");
  mkdirSync(folder);
  await packPackages(tarballs);
  // The SDK needs it, and Node 20 does not have it.
  writeFileSync(
    polyfill,
    `Promise.withResolvers ??= () => {
       let rest;
       const promise = new Promise((resolve, reject) => (rest = { resolve, reject }));
       return { promise, ...rest };
     };`,
  );
  const [port = 0] = await freePorts(1);
  return { folder, tarballs, polyfill, port, server };
}

async function take(
  step: Step,
  places: Places,
  { services, failed }: { readonly services: ChildProcess[]; readonly failed: string[] },
): Promise<Step> {
  if (step.kind === "file") {
    writeSource(step, places);
    return step;
  }
  const background = /^(.*) &$/.exec(step.line)?.[1];
  if (background !== undefined) {
    services.push(await serve(background, places));
    return { ...step, output: "" };
  }
  const { output, code } = runCommand(step.line, places);
  if (code !== 0) {
    failed.push(step.line);
  }
  return { ...step, output };
}

function writeSource(
  { path, text }: Extract<Step, { readonly kind: "file" }>,
  { folder, port, server }: Places,
): void {
  const placed = text
    .replace("http://localhost:8080", server.ingressUrl)
    .replace("9080", `${port}`);
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), placed);
}

function runCommand(line: string, { folder: cwd, tarballs }: Places) {
  const placed = /^npm i/.test(line)
    ? line
        .replace(/ restate-codegen\b/, ` ${join(tarballs, "restate-codegen.tgz")}`)
        .replace("@restate-codegen/runtime", join(tarballs, "restate-codegen-runtime.tgz"))
    : line;
  const env = outerEnvironment();
  const { status, stdout, stderr } = spawnSync(placed, { cwd, env, shell: true, encoding: "utf8" });
  // How many packages npm installs in which time is of no interest, unless that fails.
  const isInstalled = line.startsWith("npm ") && status === 0;
  // Nobody sees what is blank at the end of a line, and formatters of READMEs remove it.
  const printed = (stderr + stdout).replaceAll(/[ \t]+$/gm, "");
  return { output: isInstalled ? "" : printed, code: status };
}

/** Starts services, and tells the server where they are. */
async function serve(line: string, places: Places): Promise<ChildProcess> {
  const { folder: cwd, port, server, polyfill } = places;
  const env = { ...outerEnvironment(), NODE_OPTIONS: `--import=${pathToFileURL(polyfill).href}` };
  // Without a shell in between, which would not pass on that it is to end.
  const [program = "", ...words] = line.split(" ");
  const child = spawn(program, words, { cwd, env, stdio: "ignore" });
  await untilListening(port);
  await register(server.adminUrl, `http://127.0.0.1:${port}`);
  return child;
}

async function untilListening(port: number): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await setTimeout(100)) {
    const isListening = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
    if (isListening) {
      return;
    }
  }
  throw new Error(`Nothing listens on port ${port}.`);
}
