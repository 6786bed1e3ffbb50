import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";

/** What an overlay adds to a project, or puts in the place of its files. Nothing is written to disk. */
export interface Overlay {
  readonly options: ts.CompilerOptions;
  readonly rootNames: readonly string[];
  /** Texts by absolute path. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Imports of these are found by path, whatever the project's way of resolving is: `corpus:` before the path of a file,
 * and `corpus-core:` before a specifier of the SDK, for the package behind it that declares the definitions' types.
 */
export const corpusScheme = "corpus:";
/** See {@link corpusScheme}. */
export const coreScheme = "corpus-core:";

/** Makes a program of a project's own files and an overlay. */
export function overlayProgram({ options, rootNames, files }: Overlay): ts.Program {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = files.get(path);
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version, true);
  };
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  const { directoryExists } = host;
  host.directoryExists = (path) => folders.has(path) || (directoryExists?.(path) ?? true);
  const cache = ts.createModuleResolutionCache(host.getCurrentDirectory(), (path) => path, options);
  host.resolveModuleNameLiterals = (literals, containing, redirected, settings, file) =>
    literals.map((literal) => ({
      resolvedModule: resolve({
        specifier: literal.text,
        containing,
        mode: ts.getModeForUsageLocation(file, literal, settings),
        host,
        options: settings,
        cache,
        redirected,
      }),
    }));
  return ts.createProgram({ rootNames: [...rootNames, ...files.keys()], options, host });
}

interface Request {
  readonly specifier: string;
  readonly containing: string;
  readonly mode: ts.ResolutionMode;
  readonly host: ts.ModuleResolutionHost;
  readonly options: ts.CompilerOptions;
  readonly cache?: ts.ModuleResolutionCache;
  readonly redirected?: ts.ResolvedProjectReference | undefined;
}

function resolve(request: Request): ts.ResolvedModuleFull | undefined {
  const { specifier, containing, mode, host, options, cache, redirected } = request;
  if (specifier.startsWith(corpusScheme)) {
    return { resolvedFileName: specifier.slice(corpusScheme.length), extension: ts.Extension.Ts };
  }
  if (specifier.startsWith(coreScheme)) {
    return resolveCore({ ...request, specifier: specifier.slice(coreScheme.length) });
  }
  if (specifier === "@restate-codegen/runtime") {
    return ts.resolveModuleName(
      specifier,
      here,
      { moduleResolution: ts.ModuleResolutionKind.Bundler },
      host,
    ).resolvedModule;
  }
  return ts.resolveModuleName(specifier, containing, options, host, cache, redirected, mode)
    .resolvedModule;
}

const here = join(dirname(fileURLToPath(import.meta.url)), "corpus.ts");

/** The SDK leaves the types of definitions to a package of its own, which a project need not be able to import. */
function resolveCore(request: Request): ts.ResolvedModuleFull | undefined {
  const sdk = resolve(request);
  if (!sdk) {
    return undefined;
  }
  const containing = sdk.resolvedFileName;
  const mode = ts.getImpliedNodeFormatForFile(containing, undefined, request.host, request.options);
  const core = "@restatedev/restate-sdk-core";
  return (
    resolve({ specifier: core, containing, mode, host: request.host, options: request.options }) ??
    sdk
  );
}
