import { writeFileSync } from "node:fs";

import { examineUnit } from "./examine-unit.js";

// One unit in a process of its own, so that a crash or a shortage of memory costs that unit alone.
const [tsconfig = "", report = "", ...files] = process.argv.slice(2);
const examination = await examineUnit(tsconfig, files);
writeFileSync(report, JSON.stringify(examination));
