import type { Report, Scene } from "../suite/check.js";

/** A place where something has to work: a program that runs JavaScript, or one that installs packages. */
export interface Platform {
  /** What it is called while it is not there, with its version if it is ours to choose. */
  readonly name: string;
  /** Gets it onto this machine, unless it is there. Rejects with why it cannot be had. */
  readonly install: () => Promise<Installed>;
}

/** A platform that is there. */
export interface Installed {
  /** Its name and version, as its line of the output begins. */
  readonly name: string;
  /** Runs its checks: those of the runtime go through the scene. Rejects if it ends without a report. */
  readonly runSuite: (scene: Scene) => Promise<Report>;
}
