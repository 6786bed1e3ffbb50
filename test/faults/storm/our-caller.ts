import { connect, type ConnectOptions } from "@restate-codegen/runtime";
import { myObjectClient, myWorkflowClient, probeClient, tallyClient } from "probe/clients";

import type { Caller } from "./errand.js";

/** The generated clients, with keys of their own making. */
export function ourCaller(name: string, options: Omit<ConnectOptions, "url">): Caller {
  return {
    name,
    run: async (url, { kind, label }) => {
      const ingress = connect({ url, ...options });
      const greeting = { greeting: "Hi" };
      switch (kind) {
        case "call an object":
          return myObjectClient(ingress, label).greet(greeting);
        case "call a service":
          return probeClient(ingress).counted(label);
        case "send to an object":
          return (await tallyClient(ingress, label).add.send()).attach();
        case "run a workflow": {
          const { run } = myWorkflowClient(ingress, label);
          await run.submit(greeting);
          return run.attach();
        }
      }
    },
  };
}
