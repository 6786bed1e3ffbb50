import type { ObjectContext, WorkflowContext } from "@restatedev/restate-sdk";
import { connect, rpc, type ConnectionOpts } from "@restatedev/restate-sdk-clients";

import type { Caller } from "./errand.js";

interface Greeting {
  readonly greeting: string;
}

interface MyObject {
  greet: (ctx: ObjectContext, request: Greeting) => Promise<Greeting>;
}

interface Tally {
  add: (ctx: ObjectContext) => Promise<number>;
}

type MyWorkflow = {
  run: (ctx: WorkflowContext, request: Greeting) => Promise<Greeting>;
};

/** How Restate's own client is used. */
export interface OfficialOptions {
  /** Whether each call is given an idempotency key, which that client does not do by itself. */
  readonly withKeys: boolean;
  /** Its retries. */
  readonly retry: NonNullable<ConnectionOpts["retry"]>;
}

/** Restate's own client. */
export function officialCaller(name: string, { withKeys, retry }: OfficialOptions): Caller {
  return {
    name,
    run: async (url, { kind, label }) => {
      const ingress = connect({ url, retry });
      const greeting = { greeting: "Hi" };
      const key = withKeys ? { idempotencyKey: label } : {};
      switch (kind) {
        case "call an object":
          return ingress
            .objectClient<MyObject>({ name: "MyObject" }, label)
            .greet(greeting, rpc.opts(key));
        case "call a service": {
          const opts = rpc.opts<string, number>(key);
          return ingress.call({ service: "Probe", handler: "counted", parameter: label, opts });
        }
        case "send to an object":
          return ingress.result(
            await ingress.objectSendClient<Tally>({ name: "Tally" }, label).add(rpc.sendOpts(key)),
          );
        case "run a workflow": {
          const workflow = ingress.workflowClient<MyWorkflow>({ name: "MyWorkflow" }, label);
          await workflow.workflowSubmit(greeting);
          return workflow.workflowAttach();
        }
      }
    },
  };
}
