// For Node, Bun and Deno: takes the scene as its only argument, and prints the report.
import process from "node:process";

import { runSuite } from "../suite/run-suite.js";

const [scene = ""] = process.argv.slice(2);
console.log(JSON.stringify(await runSuite(JSON.parse(scene))));
