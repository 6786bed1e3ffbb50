/**
 * Runs one task of the workspace on a machine that has nothing but Node and npm:
 * `node test/tasks/run.mjs build`. The scripts in the top package.json are its public names.
 *
 * Nothing but Node's own modules may be imported before `install` has run.
 */
import { install } from "./install.mjs";

/** What each task runs, once the workspace is installed. */
const tasks = {
  build: () => import("./build.mjs").then(({ build }) => build()),
  test: () => import("./test.mjs").then(({ test }) => test()),
  demo: () => withBuild(() => import("./demo.mjs")),
  "test:everywhere": () => withBuild(() => import("./everywhere.mjs")),
  "test:official": () => withBuild(() => import("./official-tests.mjs")),
  "test:faults": () => withBuild(() => runProgram("test/faults/storm/main.ts")),
  "test:patience": () => withBuild(() => runProgram("test/faults/patience/main.ts")),
  bench: () => withBuild(() => import("../bench/bench.mjs").then(({ bench }) => bench())),
  corpus: () => withBuild(() => import("./corpus.mjs")),
  release: () => import("./release.mjs").then(({ release }) => release()),
  "fixtures:update": () =>
    import("./update-fixtures.mjs").then(({ updateFixtures }) => updateFixtures()),
};

const name = process.argv[2];
const task = Object.hasOwn(tasks, name ?? "") ? tasks[name] : undefined;
if (task === undefined) {
  console.error(`Which task? One of: ${Object.keys(tasks).join(", ")}.`);
  process.exitCode = 1;
} else {
  try {
    await install();
    await task();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function runProgram(entry) {
  const { runTypeScript } = await import("./run-typescript.mjs");
  return runTypeScript(entry);
}

/** Builds the packages, then runs what needs them built. */
async function withBuild(next) {
  const { build } = await import("./build.mjs");
  await build();
  return next();
}
