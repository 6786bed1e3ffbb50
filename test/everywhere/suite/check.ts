import type { Ingress } from "@restate-codegen/runtime";

/** What a check finds around it. */
export interface Scene {
  /** The ingress of a server that serves the probe. */
  readonly ingressUrl: string;
  /** The admin API of that server. */
  readonly adminUrl: string;
  /** The same ingress behind a proxy that does harm, as the first segment of a path tells it to. */
  readonly proxyUrl: string;
  /** Where nobody listens. */
  readonly closedUrl: string;
  /** Whether the server knows the paths that came with Restate 1.7. */
  readonly isOldServer: boolean;
  /** Whether this is a page, from which a browser hides headers of other origins. */
  readonly isPage: boolean;
}

/** A scene with a connection to its ingress. */
export interface ConnectedScene extends Scene {
  /** The connection. */
  readonly ingress: Ingress;
}

/** Checks by what they show. Each resolves, or rejects with what is wrong. */
export type Checks = Readonly<Record<string, (scene: ConnectedScene) => Promise<void>>>;

/** Of each check, the word `ok` or what was wrong. */
export type Report = Readonly<Record<string, string>>;
