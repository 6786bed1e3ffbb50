import { installPackage } from "../everywhere/platforms/install-package.js";

/** The oldest Restate that the runtime is for. */
export const OLD_SERVER = "1.6.2";

/** Which tests of `test/e2e` have no meaning on it, by their file, and why. */
export const meaninglessOnOldServer: Readonly<Record<string, string>> = {
  "test/e2e/real/scope.test.ts": "they start a server of their own, with flow control",
};

/** Path of that server's binary, which npm brings where it is not there yet. Rejects with why it cannot be had. */
export async function oldServerBinary(): Promise<string> {
  const platform = `@restatedev/restate-server-${process.platform}-${process.arch}`;
  return installPackage(platform, OLD_SERVER, "bin/restate-server");
}
