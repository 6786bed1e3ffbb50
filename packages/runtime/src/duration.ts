import { refusal } from "./error.js";

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
export function toMilliseconds(option: string, duration: Duration): number {
  const total = typeof duration === "object" ? sum(duration) : duration;
  // Restate's server crashes on delays whose end is past the calendar's.
  if (typeof total !== "number" || !(total >= 0 && total <= 36_500 * 864e5)) {
    throw refusal(`${option} must be from 0 to 36500 days: milliseconds, or like { minutes: 5 }.`);
  }
  return total;
}

function sum({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: DurationParts) {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
}
