/** The flags that say how a result is printed. */
export const printingFlags = {
  json: {
    type: "boolean",
    default: false,
    describe: "Print the result as JSON",
  },
} as const;
