import { join } from "node:path";

import { findConfigFiles } from "./config/config-file.js";
import { loadConfig, type LoadedConfig } from "./config/load-config.js";
import type { GenerateOptions } from "./config/options.js";
import { resolveOptions, type ResolvedOptions } from "./config/resolve-options.js";
import { selectTargets } from "./config/select-targets.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { realDisk } from "./disk/real-disk.js";
import { inspect } from "./inspect.js";
import { isInside, relativePath } from "./paths/relative-path.js";
import { addScripts } from "./setup/add-scripts.js";
import { listInstalls } from "./setup/list-installs.js";
import { markGenerated } from "./setup/mark-generated.js";
import { findPackageManager, type PackageManager } from "./setup/package-manager.js";
import { planConfig } from "./setup/plan-config.js";
import { printConfig } from "./setup/print-config.js";
import { putFile, type InitFile, type Wanted } from "./setup/put-file.js";
import { tsconfigText } from "./setup/tsconfig-text.js";
import { findInstalled } from "./write/find-installed.js";

/** What to set up. */
export type InitOptions = Pick<GenerateOptions, "cwd" | "project" | "out">;

/** What was found, and what was made of it. */
export interface InitResult {
  /** The tsconfigs that are read, as seen from the working directory. */
  readonly projects: readonly string[];
  /** Whether a file of these uses the SDK. Before that is installed, what the file defines cannot be read. */
  readonly usesSdk: boolean;
  /** The Restate names of the definitions that can be read; none yet is no mistake. */
  readonly definitions: readonly string[];
  readonly files: readonly InitFile[];
  /** The command lines that install what is missing. */
  readonly installs: readonly string[];
  /** The command lines that write the clients, and that look whether they are up to date. */
  readonly next: { readonly generate: string; readonly check: string };
  /** What is wrong with a config that was there, and what could not be written. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Sets up a folder: a tsconfig if there is none, a config file, scripts in `package.json`, and attributes for Git.
 * What is there is kept; only scripts and attributes are added to files of the user's. Doing it twice changes nothing.
 */
export async function init(options: InitOptions = {}): Promise<InitResult> {
  const { cwd, project } = resolveOptions(options);
  const { listServicesConfigs } = await import("./analyze/find-services-config.js");
  const found = listServicesConfigs(project, realDisk);
  const isNew = found.length === 0 && !realDisk.isFile(project);
  const projects = found.length > 0 ? found : [project];
  const created = isNew ? [tsconfig(project)] : [];
  const put = (wanted: Wanted) => putFile(wanted, { cwd, disk: realDisk });
  const outcomes = await Promise.all(created.map(put));

  const out = options.out ?? (isNew ? "src/clients" : undefined);
  const { wanted, targets, diagnostics } = await configure({ cwd, projects, out });
  const resolved = targets.map((target) => resolveOptions(target.options));
  const { text, names } = addScripts(realDisk.readText(join(cwd, "package.json")) ?? "", scripts);
  for (const one of [...wanted, ...manifest(cwd, text, names), ...attributes(cwd, resolved)]) {
    outcomes.push(await put(one));
  }
  const inspected = await Promise.all(targets.map((target) => inspect(target.options)));
  const definitions = inspected.flatMap((one) => one.definitions.map(({ name }) => name));
  const manager = await findPackageManager(cwd);
  return {
    projects: projects.map((one) => relativePath(one, cwd)),
    usesSdk: found.length > 0,
    definitions: [...new Set(definitions)],
    files: outcomes.filter((one) => "done" in one),
    installs: listInstalls({ cwd, targets: resolved, disk: realDisk, manager }),
    next: nextCommands(names, manager),
    diagnostics: [...diagnostics, ...outcomes.filter((one) => "code" in one)],
  };
}

/** The commands that scripts run. */
const scripts = { generate: "restate-codegen", check: "restate-codegen check" } as const;

function tsconfig(path: string): Wanted {
  const about = "TypeScript for Node, with its sources in src";
  return { path, about, change: () => tsconfigText };
}

/** Plans a config, or reads the one that is there. */
async function configure({
  cwd,
  projects,
  out,
}: {
  readonly cwd: string;
  readonly projects: readonly string[];
  readonly out: string | undefined;
}): Promise<
  Pick<LoadedConfig, "targets" | "diagnostics"> & { readonly wanted: readonly Wanted[] }
> {
  const about = "what to read, and where to write";
  const [existing] = findConfigFiles(cwd);
  if (existing !== undefined) {
    const wanted = [{ path: existing, about, change: (before: string) => before }];
    // A config of code imports the generator.
    const isUsable = existing.endsWith(".json") || findInstalled(cwd, "restate-codegen", realDisk);
    return { wanted, ...(isUsable ? await loadConfig({ cwd }) : { targets: [], diagnostics: [] }) };
  }
  const { compilesFrom } = await import("./analyze/compiles-from.js");
  const config = planConfig(cwd, projects, out);
  // Nothing that only this program reads should end up in the user's build.
  const taken = projects.map((one) => compilesFrom(cwd, one, realDisk));
  const format = taken.includes("js") ? "json" : taken.includes("ts") ? "mjs" : "ts";
  const path = join(cwd, `restate-codegen.config.${format}`);
  const selected = selectTargets(config, { cwd, home: cwd, names: [], overrides: {} });
  const wanted = { path, about, change: () => printConfig(config, format) };
  // Several projects cannot have one output folder: such a config would only be in the way.
  return { wanted: selected.diagnostics.length > 0 ? [] : [wanted], ...selected };
}

function manifest(
  cwd: string,
  text: string,
  names: ReadonlyMap<string, string>,
): readonly Wanted[] {
  const about = `the scripts ${[...names.values()].join(" and ")}`;
  return names.size === 0 ? [] : [{ path: join(cwd, "package.json"), about, change: () => text }];
}

function attributes(cwd: string, targets: readonly ResolvedOptions[]): readonly Wanted[] {
  // Git looks for the attributes of a file in the folders above it.
  const outs = targets.map(({ out }) => out).filter((out) => isInside(out, cwd));
  const folders = outs.map((out) => relativePath(out, cwd));
  const change = (before: string) => markGenerated(before, folders);
  const about = `generated: ${folders.join(", ")}`;
  return folders.length === 0 ? [] : [{ path: join(cwd, ".gitattributes"), about, change }];
}

function nextCommands(
  names: ReadonlyMap<string, string>,
  manager: PackageManager,
): InitResult["next"] {
  const line = (command: string) => {
    const name = names.get(command);
    return name === undefined ? manager.runProgram(command) : manager.runScript(name);
  };
  return { generate: line(scripts.generate), check: line(scripts.check) };
}
