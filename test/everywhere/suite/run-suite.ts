import { connect } from "@restate-codegen/runtime";

import { calls } from "./calls.js";
import type { Checks, ConnectedScene, Report, Scene } from "./check.js";
import { failures } from "./failures.js";
import { keys } from "./keys.js";
import { managing } from "./managing.js";
import { messages } from "./messages.js";
import { refusals } from "./refusals.js";
import { retries } from "./retries.js";
import { surroundings } from "./surroundings.js";
import { waits } from "./waits.js";
import { workflows } from "./workflows.js";

const checks: Checks = {
  ...calls,
  ...messages,
  ...keys,
  ...workflows,
  ...failures,
  ...waits,
  ...retries,
  ...surroundings,
  ...managing,
  ...refusals,
};

/** A browser holds six connections to a host, and some checks need more than one. */
const AT_ONCE = 4;

const PATIENCE = 30_000;

/** Runs all checks, whatever becomes of each. */
export async function runSuite(scene: Scene): Promise<Report> {
  const connected = { ...scene, ingress: connect({ url: scene.ingressUrl }) };
  const waiting = Object.entries(checks);
  const outcomes: Record<string, string> = {};
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, check] = next;
      outcomes[name] = await outcomeOf(check, connected);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

async function outcomeOf(check: Checks[string], scene: ConnectedScene): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than ${PATIENCE} ms.`)), PATIENCE);
  });
  try {
    await Promise.race([check(scene), patience]);
    return "ok";
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } finally {
    clearTimeout(timer);
  }
}
