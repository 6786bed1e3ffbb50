import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/diagnose.js";
import { messages } from "../diagnostics/messages.js";
import { isRuntimeFor } from "./is-runtime-for.js";

/** What is known of the output folder once the files for it are there. */
export interface OutputFacts {
  /** The folder, as messages show it. */
  readonly folder: string;
  /** What a run would do to the files of ours. */
  readonly changes: readonly { readonly path: string; readonly edited: boolean }[];
  /** The files that should be written. */
  readonly wanted: readonly string[];
  /** The files in the folder that somebody else wrote. */
  readonly foreign: readonly string[];
  /** The runtime that modules in the folder import. */
  readonly runtime: { readonly version?: string } | undefined;
  /** The version of this generator. */
  readonly generator: string;
}

/** Says what is wrong with the place that the clients are written to. */
export function checkOutput(facts: OutputFacts): readonly Diagnostic[] {
  const { folder, changes, wanted, foreign } = facts;
  const edited = changes.filter((one) => one.edited).map(({ path }) => `${folder}/${path}`);
  const inTheWay = foreign.filter((path) => wanted.includes(path));
  // A manifest says whether what we write as JavaScript are ES modules, so it has to be right there.
  const beside = foreign.filter((path) => !wanted.includes(path) && path !== "package.json");
  return [
    ...inTheWay.map((path) => diagnose(messages.foreignFileInTheWay(`${folder}/${path}`))),
    ...(edited.length > 0 ? [diagnose(messages.editedFiles(edited))] : []),
    ...(beside.length > 0 ? [diagnose(messages.foreignFilesBeside(folder, beside))] : []),
    ...checkRuntime(facts),
  ];
}

function checkRuntime({ folder, runtime, generator }: OutputFacts): readonly Diagnostic[] {
  if (!runtime) {
    return [diagnose(messages.runtimeMissing(folder))];
  }
  const { version } = runtime;
  return version === undefined || isRuntimeFor(generator, version)
    ? []
    : [diagnose(messages.runtimeOfAnotherRelease(folder, version))];
}
