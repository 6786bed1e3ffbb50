import { rejectAwakeable, resolveAwakeable } from "@restate-codegen/runtime";
import { myObjectClient, myWorkflowClient, probeClient } from "probe/clients";
import { expect, test } from "vitest";

import { hold } from "./hold.js";
import { oddText } from "./odd-text.js";
import { isRefusal, outcomeOf } from "./outcome-of.js";
import { recordedIngress } from "./recorded-ingress.js";

/** Whether a text can be a segment of a URL's path at all. */
const isSegment = (text: string): boolean => !/^\.\.?$|\p{Cs}/u.test(text);

test("any key reaches its own virtual object and handler, or is refused", async () => {
  const { ingress, takePaths } = await recordedIngress();
  await hold("keys of objects", [oddText], async (key) => {
    const outcome = await outcomeOf(() => myObjectClient(ingress, key).who());
    if (isSegment(key)) {
      expect(outcome).toEqual({ result: key });
      expect(takePaths()).toEqual([["MyObject", key, "who"]]);
    } else {
      expect(outcome).toSatisfy(isRefusal);
      expect(takePaths()).toEqual([]);
    }
  });
});

test("any key reaches its own workflow, and any verb its own path, or it is refused", async () => {
  const { ingress, takePaths } = await recordedIngress();
  await hold("keys of workflows", [oddText], async (key) => {
    const submitted = await outcomeOf(() =>
      myWorkflowClient(ingress, key).run.submit({ greeting: "Hi" }),
    );
    if (!isSegment(key)) {
      expect(submitted).toSatisfy(isRefusal);
      expect(takePaths()).toEqual([]);
      return;
    }
    const { run } = myWorkflowClient(ingress, key);
    // A key that came before gives the same, as all run with this input.
    const result = { greeting: `Hi ${key}!` };
    expect(await run.attach()).toEqual(result);
    expect(await run.output()).toEqual({ ready: true, result });
    expect(takePaths()).toEqual([
      ["MyWorkflow", key, "run", "send"],
      ["restate", "workflow", "MyWorkflow", key, "attach"],
      ["restate", "workflow", "MyWorkflow", key, "output"],
    ]);
  });
});

test("any id is one segment of the path it belongs into, or is refused", async () => {
  const { ingress, takePaths } = await recordedIngress();
  const { nothing } = probeClient(ingress);
  await hold("ids", [oddText], async (id) => {
    for (const [path, request] of [
      [["restate", "invocation", id, "output"], () => nothing.invocation(id).output()],
      [["restate", "invocation", id, "attach"], () => nothing.invocation(id).attach()],
      [["restate", "awakeables", id, "resolve"], () => resolveAwakeable(ingress, id, 1)],
      [["restate", "awakeables", id, "reject"], () => rejectAwakeable(ingress, id, "no")],
    ] as const) {
      const outcome = await outcomeOf<unknown>(request);
      const paths = takePaths();
      if (isRefusal(outcome)) {
        expect(id === "" || !isSegment(id)).toBe(true);
        expect(paths).toEqual([]);
      } else {
        expect(outcome).toMatchObject({ error: { source: "ingress" } });
        expect(paths).toEqual([path]);
      }
    }
  });
});
