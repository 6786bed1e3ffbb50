/** The flags that say how a result is printed. */
export const printingFlags = {
  json: {
    type: "boolean",
    defaultDescription: "false",
    describe: "Print the result as JSON",
  },
  quiet: {
    type: "boolean",
    alias: "q",
    defaultDescription: "false",
    describe: "Print errors only",
  },
} as const;
