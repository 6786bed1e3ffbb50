import { build } from "./build.mjs";
import { runNode } from "./spawn.mjs";
import { binOf } from "./workspace.mjs";

/** Rewrites every expected output under fixtures/, the demo project's clients included, and in the README's tour. */
export async function updateFixtures() {
  // The build writes the clients of the demo project.
  await build();
  await runNode(
    binOf("vitest"),
    ["run", "--project", "workspace", "test/golden.test.ts", "test/tour.test.ts"],
    {
      env: { UPDATE_FIXTURES: "1" },
    },
  );
}
