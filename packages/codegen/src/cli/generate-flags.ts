import { generateOptions } from "../config/options.js";

/** The flags of `generate`: the options of the library, and what only the command line has. */
export const generateFlags = {
  ...generateOptions,
  "dry-run": {
    type: "boolean",
    default: false,
    describe: "Show what would be written, and write nothing",
  },
  json: {
    type: "boolean",
    default: false,
    describe: "Print the result as JSON",
  },
} as const;
