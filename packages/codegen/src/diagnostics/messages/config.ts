import { error } from "../define-message.js";

/** About the config file, and what is said in it and on the command line. */
export const configMessages = {
  configNotFound: error("RC140", {
    cause: "`--config` names a file that is not there.",
    example: "config-not-found.invalid",
    fix: "Mend the path, or write one with `npx restate-codegen init`.",
    message: (path: string) => `There is no config file ${path}.`,
  }),

  configUnusable: error("RC141", {
    cause: "A config file that is code is run, and this one could not be, or it exports no config.",
    example: "config-unusable.invalid",
    fix: "Let it export its options: `export default defineConfig({ … })`.",
    message: (file: string, reason: string) => `${file} cannot be used: ${reason}`,
  }),

  severalConfigs: error("RC142", {
    cause: "Only one config file counts, and nothing says which of these it is.",
    example: "several-configs.invalid",
    fix: "Keep one, or name it with `--config`.",
    message: (files: readonly string[]) =>
      `There are ${files.length} config files: ${files.join(", ")}.`,
  }),

  unknownOption: error("RC143", {
    cause:
      "An option that does not exist would change nothing, and whoever wrote it would go on believing that it does.",
    example: "unknown-option.invalid",
    fix: "Use one of the options that `restate-codegen --help` lists.",
    message: (path: string, where: string, _nearest: string | undefined) =>
      `There is no option \`${path}\`, which stands in ${where}.`,
    fixHere: (_path, _where, nearest) =>
      nearest === undefined ? undefined : `Did you mean \`${nearest}\`?`,
  }),

  invalidOption: error("RC144", {
    cause: "An option has a value of another kind than it takes.",
    example: "invalid-option.invalid",
    fix: "Give it a value of the kind that is expected.",
    message: (path: string, where: string, expected: string, received: string) =>
      path === ""
        ? `${where} should be ${expected}, but it is ${received}.`
        : received === "undefined"
          ? `\`${path}\` is missing in ${where}.`
          : `\`${path}\` should be ${expected}, but in ${where} it is ${received}.`,
  }),

  unknownTarget: error("RC145", {
    cause: "`--target` chooses from the `targets` of the config file by name.",
    example: "unknown-target.invalid",
    fix: "Name one of the targets.",
    message: (name: string, _nearest: string | undefined, known: readonly string[]) =>
      known.length === 0
        ? `There is no target "${name}": no \`targets\` are configured.`
        : `There is no target "${name}", only ${known.map((one) => `"${one}"`).join(", ")}.`,
    fixHere: (_name, nearest) => (nearest === undefined ? undefined : `Did you mean "${nearest}"?`),
  }),

  targetNamedTwice: error("RC146", {
    cause: "A target's name says which one is meant, so two cannot have the same.",
    example: "target-named-twice.invalid",
    fix: "Give each target a name of its own.",
    message: (name: string) => `Two targets are named "${name}".`,
  }),

  targetsOverlap: error("RC147", {
    cause:
      "An output folder holds what its target writes, and clients of ours that it does not write are left over and go. Two targets in one folder would delete each other's.",
    example: "targets-overlap.invalid",
    fix: "Give each target an `out` of its own, none inside another.",
    message: (one: string, other: string, folders: readonly string[]) =>
      `The targets "${one}" and "${other}" write to the same place: ${[...new Set(folders)].join(" and ")}.`,
  }),

  overrideForSeveral: error("RC148", {
    cause:
      "`--project` and `--out` are about one output, but the config file has several, and all of them are meant.",
    example: "override-for-several.invalid",
    fix: "Choose one with `--target`.",
    message: (option: string, targets: readonly string[]) =>
      `\`--${option}\` cannot be meant for all of ${targets.map((one) => `"${one}"`).join(", ")}.`,
  }),

  extensionOfJavaScript: error("RC149", {
    cause:
      "With `emit` set to `js` the clients are JavaScript, and Node, browsers and bundlers all find a module of JavaScript under its own name. `importExtension` is about imports of TypeScript.",
    example: "extension-of-javascript.invalid",
    fix: "Remove one of the two options.",
    message: (extension: string, target: string | undefined) =>
      `\`importExtension\` is "${extension}", but \`emit\` is "js"${target === undefined ? "" : ` for the target "${target}"`}: ` +
      "clients in JavaScript import each other as `.js`.",
  }),
};
