import { describe, expect, it, vi } from "vitest";
import { handler } from "../handler.js";
import { type WorkflowRun, workflowRun } from "../workflow.js";
import { fakeIngress } from "./index.js";

describe("a workflow", () => {
  it.each(["run", "go"])("runs once per key, also if its own handler is %s", async (name) => {
    const ran = vi.fn((input: unknown) => input);
    const fake = fakeIngress({ Signup: { [name]: ran, confirm: () => 1 } });
    const run: WorkflowRun<number, number> = workflowRun(fake, {
      service: "Signup",
      key: "k",
      handler: name,
    });
    expect((await run.submit(1)).status).toBe("Accepted");
    expect((await run.submit(2)).status).toBe("PreviouslyAccepted");
    expect(await run.attach()).toBe(1);
    expect(ran).toHaveBeenCalledTimes(1);
  });

  it("whose run is called like any handler conflicts, as on the server", async () => {
    const fake = fakeIngress({ Signup: { run: () => 1 } });
    const run = handler<void, number>(fake, { service: "Signup", key: "k", handler: "run" });
    expect(await run()).toBe(1);
    await expect(run()).rejects.toMatchObject({ source: "invocation", code: 409 });
  });

  it("is no virtual object whose handler is named so, and says so", async () => {
    const fake = fakeIngress({ Job: { run: { kind: "exclusive", handler: () => 1 } } });
    const run = handler<void, number>(fake, { service: "Job", key: "k", handler: "run" });
    expect([await run(), await run()]).toEqual([1, 1]);
  });

  it("is no service whose handler is named so", async () => {
    const fake = fakeIngress({ Job: { run: () => 1 } });
    const run = handler<void, number>(fake, { service: "Job", handler: "run" });
    expect([await run(), await run()]).toEqual([1, 1]);
  });
});
