import { type Duration, toMilliseconds } from "../duration.js";
import { settle } from "./settle.js";

declare function setTimeout(run: () => void, milliseconds: number): unknown;

/** The time of a fake ingress: of its delays, its sleeping handlers, its slow answers and how long it keeps results. */
export interface FakeClock {
  /** The time in milliseconds, as `Date.now` counts them. It begins as the real time. */
  now(): number;
  /**
   * Moves the time on, and has everything happen that is due until then, each at its own time. Resolves when nothing
   * is left to do but to wait.
   */
  advance(duration: Duration): Promise<void>;
}

/** A clock that can be waited for. */
export interface Clock extends FakeClock {
  /** Resolves once it is so late; at once if it is already. */
  until(time: number): Promise<void>;
}

/** Returns a clock that stands still unless it is moved, or one that also runs by itself. */
export function createClock(mode: "still" | "running"): Clock {
  const isRunning = mode === "running";
  const start = Date.now();
  let moved = 0;
  const alarms = new Set<Alarm>();
  const now = () => (isRunning ? Date.now() : start) + moved;
  const ring = (alarm: Alarm) => {
    if (alarms.delete(alarm)) {
      alarm.ring();
    }
  };
  return {
    now,
    until: async (time) => {
      if (time <= now()) {
        return;
      }
      await new Promise<void>((resolve) => {
        const alarm = { time, ring: resolve };
        alarms.add(alarm);
        if (isRunning && time - now() <= LONGEST_TIMER) {
          setTimeout(() => ring(alarm), time - now());
        }
      });
    },
    advance: async (duration) => {
      const end = now() + toMilliseconds("duration", duration);
      // What is on its way may be about to wait.
      await settle();
      for (let next = firstOf(alarms, end); next; next = firstOf(alarms, end)) {
        moved += Math.max(0, next.time - now());
        ring(next);
        await settle();
      }
      moved += Math.max(0, end - now());
    },
  };
}

/** The longest wait that a timer can hold, 24 days; anything longer would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

interface Alarm {
  readonly time: number;
  readonly ring: () => void;
}

function firstOf(alarms: ReadonlySet<Alarm>, end: number): Alarm | undefined {
  // Those of the same time ring in the order in which they were set.
  return [...alarms].filter(({ time }) => time <= end).sort((a, b) => a.time - b.time)[0];
}
