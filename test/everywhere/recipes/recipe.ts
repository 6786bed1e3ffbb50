import type { RestateServer } from "../../restate/start-server.js";
import type { Steps } from "../run-steps.js";

/** A project of `fixtures/recipes`, and what somebody does who follows it. */
export interface Recipe {
  /** Its folder in `fixtures/recipes`, by which it is called in the output. */
  readonly folder: string;
  /** What else is said of it there: `in Chromium`. */
  readonly remark?: string;
  /** Gets what npm does not bring. Rejects with why it cannot be had, and then the recipe is skipped. */
  readonly install?: () => Promise<unknown>;
  /** What is done in a copy of it, in order. */
  readonly follow: (place: Place) => Steps;
}

/** Where a recipe is followed. */
export interface Place {
  /** The copy, in which `package.json` has our packages as they would be published. */
  readonly folder: string;
  /** A server of its own, with nothing registered. */
  readonly server: RestateServer;
  /** Has something ended when all is over, last things first. */
  readonly endWith: (end: () => unknown) => void;
}
