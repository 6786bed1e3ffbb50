import { isDeepStrictEqual } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";

import { services } from "probe/services";

import { register } from "../../restate/register.js";
import { serveEndpoint } from "../../restate/serve-endpoint.js";
import { startServer, type RestateServer } from "../../restate/start-server.js";
import { faultyProxy } from "../faulty-proxy.js";
import { countRuns } from "./count-runs.js";
import { makeErrands, rightResult, type Caller, type Errand } from "./errand.js";
import { randomFaults } from "./random-faults.js";

/** How bad it is. */
export interface StormOptions {
  /** Who is put to the test. */
  readonly caller: Caller;
  /** How many invocations there are in all. */
  readonly invocations: number;
  /** How many of them run at the same time. */
  readonly callers: number;
  /** How often the server is killed, at even distances. */
  readonly kills: number;
  /** How many ms it stays away each time. */
  readonly outage: number;
  /** What decides on the faults. */
  readonly seed: number;
}

/** What came of it. */
export interface StormReport {
  /** Who was put to the test. */
  readonly name: string;
  /** How many invocations there were. */
  readonly invocations: number;
  /** How many gave the one right result. */
  readonly right: number;
  /** The results that were not right. */
  readonly wrong: readonly string[];
  /** The errors, one for each invocation without a result. */
  readonly errors: readonly string[];
  /** How many handlers never ran, of those that count their runs. */
  readonly lost: number;
  /** How many ran more than once. */
  readonly doubled: number;
  /** How often the server was killed. */
  readonly kills: number;
  /** How many requests a fault befell. */
  readonly faults: number;
  /** How long it took, in ms. */
  readonly time: number;
}

/** Runs all errands while the network and the server fail, then counts what really happened. */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  const server = await startServer();
  const endpoint = await serveEndpoint(services);
  let faults = 0;
  const route = randomFaults(options.seed);
  const proxy = await faultyProxy({
    target: server.ingressUrl,
    route: (method, path) => {
      const drawn = route(method, path);
      faults += drawn.fault.kind === "pass" ? 0 : 1;
      return drawn;
    },
  });
  try {
    await register(server.adminUrl, endpoint.url);
    const errands = makeErrands(options.invocations, "storm");
    const start = Date.now();
    const { outcomes, kills } = await weather(options, errands, proxy.url, server);
    const time = Date.now() - start;
    const runs = await countRuns(server, errands);
    return {
      name: options.caller.name,
      invocations: errands.length,
      ...sort(outcomes),
      lost: runs.filter((count) => count === 0).length,
      doubled: runs.filter((count) => count > 1).length,
      ...{ kills, faults, time },
    };
  } finally {
    await proxy.close();
    await server.stop();
    await endpoint.close();
  }
}

type Outcome = "right" | { readonly wrong: string } | { readonly error: string };

async function weather(
  { caller, callers, kills, outage }: StormOptions,
  errands: readonly Errand[],
  url: string,
  server: RestateServer,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly kills: number }> {
  const outcomes: Outcome[] = [];
  const waiting = [...errands];
  const work = async (): Promise<void> => {
    for (let errand = waiting.shift(); errand !== undefined; errand = waiting.shift()) {
      outcomes.push(await outcomeOf(caller, url, errand));
    }
  };
  let killed = 0;
  const strike = async (): Promise<void> => {
    while (killed < kills) {
      // So that there is work before the first and after the last.
      if (outcomes.length < ((killed + 1) * errands.length) / (kills + 1)) {
        await sleep(5);
        continue;
      }
      await server.kill();
      killed++;
      await sleep(outage);
      await server.restart();
    }
  };
  await Promise.all([strike(), ...Array.from({ length: callers }, work)]);
  return { outcomes, kills: killed };
}

async function outcomeOf(caller: Caller, url: string, errand: Errand): Promise<Outcome> {
  try {
    const result = await caller.run(url, errand);
    return isDeepStrictEqual(result, rightResult(errand))
      ? "right"
      : { wrong: `a wrong result: ${JSON.stringify(result)}` };
  } catch (error) {
    return { error: String(error) };
  }
}

function sort(outcomes: readonly Outcome[]): Pick<StormReport, "right" | "wrong" | "errors"> {
  const others = outcomes.filter((outcome) => outcome !== "right");
  return {
    right: outcomes.length - others.length,
    wrong: others.flatMap((outcome) => ("wrong" in outcome ? outcome.wrong : [])),
    errors: others.flatMap((outcome) => ("error" in outcome ? outcome.error : [])),
  };
}
