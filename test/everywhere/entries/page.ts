// For a page: leaves a function behind that takes the scene and gives the report.
import { runSuite } from "../suite/run-suite.js";

Object.assign(globalThis, { runSuite });
