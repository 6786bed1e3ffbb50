import { init, isError } from "../../index.js";
import { optionFlags, readFlags } from "../../config/flags.js";
import { defineCommand } from "../command.js";
import { printInit } from "../print-init.js";
import { reportDiagnostics } from "../report-diagnostics.js";

const names = ["project", "out"];

/** Sets up a folder, and says what was done and what to do next. */
export const initCommand = defineCommand({
  name: "init",
  describe: "Write a config, scripts and Git attributes; what is there is kept",
  flags: Object.fromEntries(Object.entries(optionFlags).filter(([name]) => names.includes(name))),
  examples: [
    ["init", "Set up this folder"],
    ["init -p api -o web/src/clients", "Read one package, write into another"],
  ],
  run: async (flags, io) => {
    const result = await init({ ...readFlags(flags), cwd: io.cwd });
    reportDiagnostics(result.diagnostics, {}, io);
    io.stdout.write(printInit(result, io.stdout));
    return result.diagnostics.some(isError) ? 1 : 0;
  },
});
