import { generateOptions } from "../config/options.js";

/** The flags of `check`: the options of the library, and how to print. */
export const checkFlags = {
  ...generateOptions,
  json: {
    type: "boolean",
    default: false,
    describe: "Print the result as JSON",
  },
} as const;

/** The flags of `generate`. */
export const generateFlags = {
  ...checkFlags,
  "dry-run": {
    type: "boolean",
    default: false,
    describe: "Show what would be written, and write nothing",
  },
} as const;
