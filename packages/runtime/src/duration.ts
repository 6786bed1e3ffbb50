import { refuse } from "./error.js";

/** A span of time: a number of milliseconds, or the sum of named parts. */
export type Duration = number | DurationParts;

/** A span of time in parts, which are added up: `{ minutes: 1, seconds: 30 }`. */
export interface DurationParts {
  /** Parts of 24 hours. */
  readonly days?: number | undefined;
  /** Parts of 60 minutes. */
  readonly hours?: number | undefined;
  /** Parts of 60 seconds. */
  readonly minutes?: number | undefined;
  /** Parts of 1,000 milliseconds. */
  readonly seconds?: number | undefined;
  /** The rest; fractions are rounded where the wire has whole milliseconds only. */
  readonly milliseconds?: number | undefined;
}

/** Returns a duration in milliseconds, or refuses it by the name of its option. */
export function toMilliseconds(name: string, duration: Duration): number {
  const {
    days = 0,
    hours = 0,
    minutes = 0,
    seconds = 0,
    milliseconds = 0,
  } = typeof duration === "object" ? duration : { milliseconds: duration };
  const total = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  // Restate's server breaks down on a delay that ends after its calendar does. Not a number fails too.
  return total >= 0 && total < 4e12 ? total : refuse(name);
}
