import { parse, satisfies, valid } from "semver";

/**
 * Whether modules that a release of the generator wrote run on a version of the runtime: on each of the same major that
 * is not older. Patches add nothing that modules could call. What is no version, such as a link to sources, is believed.
 */
export function isRuntimeFor(generator: string, runtime: string): boolean {
  const release = parse(generator);
  if (!release || valid(runtime) === null) {
    return true;
  }
  const { major, minor, prerelease } = release;
  const oldest = prerelease.length > 0 ? generator : `${String(major)}.${String(minor)}.0`;
  return satisfies(runtime, `>=${oldest} <${String(major + 1)}.0.0-0`, { includePrerelease: true });
}
