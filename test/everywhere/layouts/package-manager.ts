import { installPackage } from "../platforms/install-package.js";

/** A program that installs the packages of a workspace, in its own way. */
export interface PackageManager {
  /** What it is called, with its version, and what it is told about the way if it knows several. */
  readonly name: string;
  /** The package that brings it, where it does not come with Node. */
  readonly program?: { readonly package: string; readonly version: string; readonly path: string };
  /** What it is told, as files at the top of the workspace. */
  readonly files: Readonly<Record<string, string>>;
  /** How one package of a workspace asks for another. */
  readonly ofWorkspace: "*" | "workspace:*";
  /** The arguments by which it installs, and by which it runs the command of a package. */
  readonly install: readonly string[];
  readonly run: readonly string[];
}

const pnpm = { package: "pnpm", version: "10.34.9", path: "bin/pnpm.cjs" };
const classicYarn = { package: "yarn", version: "1.22.22", path: "bin/yarn.js" };
const yarn = { package: "@yarnpkg/cli-dist", version: "4.18.1", path: "bin/yarn.js" };

/** Every way in which the packages of a TypeScript project are commonly installed. */
export const packageManagers: readonly PackageManager[] = [
  {
    name: "npm",
    files: {},
    ofWorkspace: "*",
    install: ["install", "--no-audit", "--no-fund"],
    run: ["exec", "--"],
  },
  ...["isolated", "hoisted"].map((linker): PackageManager => ({
    name: `pnpm ${pnpm.version}, ${linker}`,
    program: pnpm,
    files: { "pnpm-workspace.yaml": `packages: [packages/*]\nnodeLinker: ${linker}\n` },
    ofWorkspace: "workspace:*",
    install: ["install", "--no-frozen-lockfile"],
    run: ["exec"],
  })),
  {
    name: `Yarn ${classicYarn.version}`,
    program: classicYarn,
    files: {},
    ofWorkspace: "*",
    // Its cache takes a package of the same version for the same package.
    install: ["install", "--non-interactive", "--no-progress", "--cache-folder", "../yarn-cache"],
    run: ["run", "--silent"],
  },
  ...["node-modules", "pnpm", "pnp"].map((linker): PackageManager => ({
    name: `Yarn ${yarn.version}, ${linker}`,
    program: yarn,
    files: { ".yarnrc.yml": `nodeLinker: ${linker}\nenableTelemetry: false\n`, "yarn.lock": "" },
    ofWorkspace: "workspace:*",
    install: ["install", "--no-immutable"],
    run: ["run"],
  })),
];

/** Gets a package manager onto this machine, and returns the command that starts it. */
export async function installManager({ program }: PackageManager): Promise<readonly string[]> {
  return program
    ? [process.execPath, await installPackage(program.package, program.version, program.path)]
    : ["npm"];
}
