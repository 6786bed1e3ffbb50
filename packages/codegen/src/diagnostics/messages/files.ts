import { error, warning } from "../define-message.js";
import { list, plural } from "../wording.js";

/** About the output folder and the files in it. */
export const fileMessages = {
  foreignFileInTheWay: error("RC401", {
    cause:
      "A file of the name that is to be written is there already, and somebody else wrote it. Files without our header are never touched.",
    example: "file-in-the-way.invalid",
    fix: "Move it, or choose another folder with `--out`.",
    message: (path: string) =>
      `${path} was not written by restate-codegen (it lacks the header), so it is left as it is.`,
  }),

  foreignFilesBeside: warning("RC402", {
    cause:
      "The output folder has files in it that are none of ours, other than a `package.json`, which says whether JavaScript in it is CommonJS. They are left alone.",
    example: "files-beside",
    fix: "Choose an empty folder with `--out`.",
    message: (folder: string, files: readonly string[]) =>
      `${folder} holds ${plural(files.length, "file")} that restate-codegen did not write (${list(files)}). They are left alone, ` +
      "but a folder of its own is easier to review and to clean.",
  }),

  runtimeMissing: warning("RC403", {
    cause:
      "The clients import one package, the runtime, and it cannot be found from where they are written.",
    example: "runtime-missing",
    fix: "Install it where the clients are used: `npm install @restate-codegen/runtime`.",
    message: (folder: string) =>
      `The clients import "@restate-codegen/runtime", which cannot be found from ${folder}.`,
  }),

  runtimeOfAnotherRelease: warning("RC408", {
    cause:
      "The generator and the runtime are released together under one version. The clients run on the runtime of their release and on later ones of the same major version; this one is older, or of another major version.",
    example: "runtime-of-another-release",
    fix: "Update both: `npm install --save-dev restate-codegen@latest` and `npm install @restate-codegen/runtime@latest`.",
    message: (folder: string, version: string) =>
      `From ${folder} the clients import version ${version} of "@restate-codegen/runtime", ` +
      "which may lack what those of this generator call.",
  }),

  formatFailed: error("RC404", {
    cause:
      "The output is formatted by your prettier with your configuration, and that fails. Nothing is written meanwhile.",
    example: "format-failed.invalid",
    fix: "Mend the configuration; `npx prettier --check .` shows the same problem.",
    message: (paths: readonly string[], reason: string) =>
      `${list(paths)} could not be formatted with your prettier configuration: ${reason}`,
  }),

  formatCommandFailed: error("RC410", {
    cause:
      "The command that `format` names is called with the names of copies, which it should format. It cannot be started, or ends with an exit code that is not 0. Nothing is written meanwhile.",
    example: "format-command-failed.invalid",
    fix: "Mend what it says, or set `format` to `none`.",
    message: (command: string, reason: string) =>
      `\`${command}\` could not format the output: ${reason}`,
  }),

  writeFailed: error("RC405", {
    cause: "The system refused to write a file or to make a folder.",
    example: "write-failed.invalid",
    fix: "Check the folder's permissions.",
    message: (path: string, reason: string) =>
      `${path} could not be written: ${withoutCall(reason)}`,
  }),

  editedFiles: warning("RC407", {
    cause:
      "A file of ours is not what the last run wrote, so somebody edited it. The next run writes it anew, and the edit is gone.",
    example: "edited-file",
    fix: "Change the service, or what is made of it; version control has the edit if you need it.",
    message: (paths: readonly string[]) =>
      `${list(paths)} ${paths.length === 1 ? "was" : "were"} edited since ${paths.length === 1 ? "it was" : "they were"} written, ` +
      "and edits of generated files do not last.",
  }),

  anotherRun: error("RC406", {
    cause:
      "Runs that write to one folder take turns. Another one had its turn for so long that this one gave up.",
    example: "another-run.invalid",
    fix: "Wait for it, and run this again. If there is none, delete the folder `.restate-codegen` in the output folder.",
    message: (folder: string, holder: string) =>
      `Another run (process ${holder}) is writing to ${folder}, and did not end in time, so nothing was written.`,
  }),
};

/** Node ends its reasons with the call that failed and an absolute path, which the message names already. */
function withoutCall(reason: string): string {
  return reason.replace(/, \w+ '.*$/s, "");
}
