/** Why an import gives nothing to work with. Paths are as the message is to show them. */
export interface Blame {
  readonly problem:
    | "no-file"
    | "no-export"
    | "not-installed"
    | "not-generated"
    | "not-built"
    | "incomplete"
    | "no-types";
  /** What is imported, and in which file. */
  readonly specifier: string;
  readonly importedIn: string;
  readonly packageName?: string;
  /** The name that the module does not export, or exports as `any`. */
  readonly exported?: string | undefined;
  /** Where the package promises its types. */
  readonly types?: string;
}

/** What is wrong with the import, to end a sentence with. */
export function printBlame({ problem, specifier, importedIn, exported, types }: Blame): string {
  const what = {
    "no-file": `there is no file "${specifier}"`,
    "no-export": `"${specifier}" has no export "${exported ?? ""}"`,
    "not-installed": `"${specifier}" is not installed`,
    "not-generated": `the client of "${specifier}" is not generated`,
    "not-built": `"${specifier}" is not built: its types (${types ?? ""}) are missing`,
    incomplete: `"${specifier}" is installed without its types (${types ?? ""})`,
    "no-types": `"${specifier}" has no types`,
  };
  return `${what[problem]} (it is imported in ${importedIn})`;
}

/** How to mend it. */
export function printRemedy({ problem, specifier, packageName = specifier }: Blame): string {
  const remedies = {
    "no-file": "Mend the path, or generate the file if that is where it comes from.",
    "no-export": "Mend the name, or build and update what exports it.",
    "not-installed": `Install it: \`npm install ${packageName}\`.`,
    "not-generated": "Generate it: `npx prisma generate`.",
    "not-built": `Build it: run the build script of ${packageName}.`,
    incomplete: `Install ${packageName} anew; if its types are still missing, tell its authors.`,
    "no-types": `Install types for it, such as \`npm install --save-dev @types/${packageName.replace(/^@/, "").replace("/", "__")}\`, or declare them.`,
  };
  return remedies[problem];
}
