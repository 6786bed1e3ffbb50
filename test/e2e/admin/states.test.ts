import {
  cancel,
  kill,
  pause,
  purge,
  purgeJournal,
  restartAsNew,
  resume,
} from "@restate-codegen/runtime/admin";
import { describe, expect, it } from "vitest";

import { ingress } from "../ingress.js";
import { admin, untilIts } from "./connection.js";
import { states } from "./managed-services.js";

const verbs = { cancel, kill, purge, purgeJournal, restartAsNew, pause, resume };

/** What those say that are for the completed, and leave alone what is not. */
const notCompleted = {
  running: "not-completed → running",
  suspended: "not-completed → suspended",
  "backing-off": "not-completed → backing-off",
  paused: "not-completed → paused",
  scheduled: "not-completed → scheduled",
  pending: "not-completed → pending",
};

/** What each verb says of an invocation in each state, and in which state that leaves it. */
const table = {
  cancel: {
    running: "accepted → completed",
    suspended: "accepted → completed",
    "backing-off": "accepted → backing-off",
    paused: "accepted → paused",
    scheduled: "removed → unknown",
    pending: "removed → unknown",
    completed: "completed → completed",
  },
  kill: {
    running: "killed → completed",
    suspended: "killed → completed",
    "backing-off": "killed → completed",
    paused: "killed → completed",
    scheduled: "killed → unknown",
    pending: "killed → unknown",
    completed: "completed → completed",
  },
  purge: { ...notCompleted, completed: "purged → unknown" },
  purgeJournal: { ...notCompleted, completed: "purged → completed" },
  restartAsNew: { ...notCompleted, completed: "restarted → completed" },
  pause: {
    running: "accepted → paused",
    suspended: "idle → suspended",
    "backing-off": "accepted → paused",
    paused: "idle → paused",
    scheduled: "not-running → scheduled",
    pending: "not-running → pending",
    completed: "not-running → completed",
  },
  resume: {
    running: "resumed → running",
    suspended: "resumed → suspended",
    "backing-off": "resumed → backing-off",
    paused: "resumed → paused",
    scheduled: "not-started → scheduled",
    pending: "not-started → pending",
    completed: "completed → completed",
  },
} as const;

const cells = Object.entries(table).flatMap(([verb, row]) =>
  Object.entries(row).map(([state, says]) => [verb, state, says] as const),
);

describe("each verb on each state", () => {
  it.concurrent.each(cells)("%s of one that is %s: %s", async (verb, state, says) => {
    const [outcome, after] = says.split(" → ");
    const sent = await states[state as keyof typeof states](ingress);
    await untilIts(sent, state);
    expect(await verbs[verb as keyof typeof verbs](admin, sent)).toMatchObject({ outcome });
    await untilIts(sent, after);
  });

  it.each(Object.keys(verbs))("%s of one that there is not: unknown", async (verb) => {
    const { invocationId: gone } = await states.scheduled(ingress);
    await kill(admin, gone as string);
    expect(await verbs[verb as keyof typeof verbs](admin, gone as string)).toEqual({
      outcome: "unknown",
    });
  });
});
