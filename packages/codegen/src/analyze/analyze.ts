import { dirname } from "node:path";

import type { ts } from "ts-morph";

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/diagnose.js";
import type { Excuse } from "../diagnostics/excuse.js";
import { messages } from "../diagnostics/messages.js";
import type { Disk } from "../disk/disk.js";
import { kindTitle } from "../model/kind-title.js";
import { relativePath } from "../paths/relative-path.js";
import { canReach } from "./can-reach.js";
import { findDefinitions } from "./find/find-definitions.js";
import type { Unoffered } from "./find/judge-unoffered.js";
import { partsOf } from "./find/making.js";
import { findEndpointSerdes } from "./find-endpoint-serdes.js";
import type { ServicesConfig } from "./find-services-config.js";
import { findExcuses } from "./find-excuses.js";
import { findImportedClients } from "./find-imported-clients.js";
import { findServices, openProject, type OpenedProject } from "./open-project.js";
import { createPackages, type Packages } from "./packages.js";
import { isPlugged } from "./plug-n-play.js";
import { readDefinition, type DefinitionContext, type ReadDefinition } from "./read-definition.js";
import { withPackages } from "./plug-n-play.js";
import { createSdk, sdkPackages } from "./sdk.js";
import { sourceRange } from "./source-range.js";
import type { Origin } from "./type-reader.js";

/** What a project defines, and what is wrong with it. */
export interface Analysis {
  /** Everything that defines, with what is wrong in it. */
  readonly candidates: readonly ReadDefinition[];
  /** What is wrong with the project as a whole. */
  readonly diagnostics: readonly Diagnostic[];
  /** The comments that answer diagnostics. */
  readonly excuses: readonly Excuse[];
  /** Whether what was read can depend on the clients in the output folder. */
  readonly isCircular: boolean;
}

/** Where a project is read from and written to, as absolute paths without links in them, and by which disk. */
export interface AnalyzeOptions {
  /** What messages show paths from. */
  readonly cwd: string;
  /** The folder of the clients, which no file that defines something may import. */
  readonly out: string;
  readonly disk: Disk;
}

/** Reads all definitions that a tsconfig's project exports, binds or serves. Never runs the project's code. */
export function analyze(tsconfig: string, { cwd, out, disk: bare }: AnalyzeOptions): Analysis {
  const disk = withPackages(bare, dirname(tsconfig));
  const { opened, diagnostics } = openProject(tsconfig, { cwd, disk });
  if (!opened) {
    return { candidates: [], diagnostics, excuses: [], isCircular: false };
  }
  const { project } = opened;
  const packages = createPackages(disk);
  const sdk = createSdk(packages);
  const { definitions, unoffered } = findDefinitions(project, sdk);
  const context = {
    checker: project.getTypeChecker().compilerObject,
    disk,
    sdk,
    cwd,
    origin: originIn(opened, packages),
  };
  const missing = findMissingSdks(opened, { cwd, disk });
  const nothing = definitions.length + missing.length === 0;
  const makings = [...definitions, ...unoffered].flatMap(({ making }) => making ?? []);
  const files = new Set(makings.map(({ call }) => call.getSourceFile()));
  const sources = project.getSourceFiles();
  const from = [...definitions.map(({ node }) => node.getSourceFile()), ...files];
  return {
    candidates: [
      ...definitions.map((one) => readDefinition(one, context)),
      ...unoffered.map((one) => readUnoffered(one, context)),
    ],
    diagnostics: [
      ...diagnostics,
      ...missing,
      ...findImportedClients(files, { cwd, out }),
      ...findEndpointSerdes(sources, { sdk, cwd }),
      ...(nothing ? [explainNothing(opened, findServices(tsconfig, { cwd, disk }))] : []),
    ],
    excuses: findExcuses(sources, cwd),
    isCircular: canReach(out, { from, all: sources }),
  };
}

function explainNothing(
  { project, label }: OpenedProject,
  elsewhere: ServicesConfig | undefined,
): Diagnostic {
  return diagnose(messages.noDefinitions(label, project.getSourceFiles().length, elsewhere));
}

/** Why a definition that is there gets no client. */
function readUnoffered(
  { making, name }: Unoffered,
  { cwd, origin }: DefinitionContext,
): ReadDefinition {
  const node = partsOf(making).name ?? making.call;
  const range = sourceRange(node.compilerNode, cwd);
  const message =
    name === undefined
      ? messages.namedByCaller(kindTitle[making.kind], node.getText())
      : messages.notOffered(name);
  const { file } = origin(making.call.compilerNode);
  return { name, file, diagnostics: [diagnose(message, { range, definition: name })] };
}

/** The first import of each SDK that is not installed. What is defined with it cannot be told from anything else. */
function findMissingSdks(
  { project, root }: OpenedProject,
  { cwd, disk }: { readonly cwd: string; readonly disk: Disk },
): readonly Diagnostic[] {
  const missing = project
    .getSourceFiles()
    .filter((file) => file.getFullText().includes("@restatedev/restate-sdk"))
    .flatMap((file) => file.getImportDeclarations())
    .filter(
      (one) =>
        sdkPackages.test(one.getModuleSpecifierValue().split("/").slice(0, 2).join("/")) &&
        one.getModuleSpecifierSourceFile() === undefined,
    );
  const firsts = new Map([...missing].reverse().map((one) => [one.getModuleSpecifierValue(), one]));
  const plugged = firsts.size > 0 && isPlugged(root, disk);
  return [...firsts].map(([specifier, one]) =>
    diagnose(messages.sdkNotFound(specifier, plugged), {
      range: sourceRange(one.getModuleSpecifier().compilerNode, cwd),
    }),
  );
}

function originIn(
  { project, root }: OpenedProject,
  packages: Packages,
): (declaration: ts.Node) => Origin {
  const program = project.getProgram().compilerObject;
  const originOf = (source: ts.SourceFile): Origin => {
    const { name, installed } = packages(source.fileName);
    if (program.isSourceFileDefaultLibrary(source)) {
      return { file: `node_modules/${name || "typescript"}`, owner: "library" };
    }
    return installed
      ? { file: `node_modules/${name}`, owner: "package" }
      : { file: relativePath(source.fileName, root), owner: "project" };
  };
  const origins = new Map<ts.SourceFile, Origin>();
  return (declaration) => {
    const source = declaration.getSourceFile();
    const origin = origins.get(source) ?? originOf(source);
    origins.set(source, origin);
    return origin;
  };
}
