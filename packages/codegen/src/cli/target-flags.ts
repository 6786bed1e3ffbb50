import { optionFlags } from "../config/flags.js";

/** The flags that say what to generate: every option that can be given as text, and what to take of a config file. */
export const targetFlags = {
  ...optionFlags,
  config: {
    type: "string",
    alias: "c",
    nargs: 1,
    describe: "The config file",
    defaultDescription: "restate-codegen.config.* in this folder, if there is one",
  },
  target: {
    type: "string",
    array: true,
    nargs: 1,
    describe: "The name of a target in the config file; only those named are meant",
    defaultDescription: "all",
  },
} as const;
