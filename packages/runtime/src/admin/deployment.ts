import type { Answer } from "./change.js";

/** A deployment: by its id (`dp_…`), the latest one of the service, or the one that the invocation began with. */
// Intersected, so that editors offer the words and any id is taken.
export type Deployment = "latest" | "keep" | (string & {});

/** Whether nothing was changed because of the deployment, which shares its status with another reason. */
export function isAboutDeployment({ message }: Answer): boolean {
  return message?.includes("deployment id cannot be changed") === true;
}

/** Returns a query of what is given, with its question mark. */
export function queryOf(parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return given.length > 0 ? `?${given.join("&")}` : "";
}
