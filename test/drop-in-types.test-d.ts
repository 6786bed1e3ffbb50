// The types of the drop-in are those of the official client, for definitions and contracts of every kind.

import type * as ours from "@restate-codegen/runtime/clients";
import type * as official from "@restatedev/restate-sdk-clients";
import type {
  HandlerDescriptor,
  Service,
  VirtualObject,
  Workflow,
} from "@restatedev/restate-sdk-core";
import type { myObject } from "probe/my-object";
import type { myWorkflow } from "probe/my-workflow";
import type { probe } from "probe/probe";

type Probe = Service<typeof probe>;
type MyObject = VirtualObject<typeof myObject>;
type MyWorkflow = Workflow<typeof myWorkflow>;

/** What callers see of a client: the names, and for each what it takes before its options, and gives. */
type Seen<Client> = {
  [K in keyof Client]: Client[K] extends (...args: infer Args) => PromiseLike<infer Output>
    ? [
        Args extends [infer Input, unknown?]
          ? Input
          : Args extends [unknown?]
            ? "options"
            : "other",
        Output,
      ]
    : Client[K];
};

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

interface Contract extends Record<string, HandlerDescriptor> {
  greet: HandlerDescriptor<string, Date>;
  nothing: HandlerDescriptor<void, void>;
}

export const same: {
  readonly handlers: Same<keyof ours.IngressClient<MyObject>, "greet" | "count" | "who">;
  readonly service: Same<Seen<ours.IngressClient<Probe>>, Seen<official.IngressClient<Probe>>>;
  readonly object: Same<Seen<ours.IngressClient<MyObject>>, Seen<official.IngressClient<MyObject>>>;
  readonly names: Same<
    keyof ours.IngressWorkflowClient<MyWorkflow>,
    keyof official.IngressWorkflowClient<MyWorkflow>
  >;
  readonly contract: Same<
    Seen<ours.IngressClientFromDescriptors<Contract>>,
    Seen<official.IngressClientFromDescriptors<Contract>>
  >;
} = { handlers: true, service: true, object: true, names: true, contract: true };

/** What was made for the official client, and what is to be made of the drop-in. */
interface Made {
  readonly connection: official.ConnectionOpts;
  readonly policy: official.RetryPolicy;
  readonly failure: official.RetryFailure;
  readonly call: official.Opts<string, number>;
  readonly message: official.SendOpts<string>;
  readonly sent: official.Send<string>;
  readonly submitted: official.WorkflowSubmission<string>;
}

/** The drop-in takes it. */
export const taken = (
  made: Made,
): {
  readonly connection: ours.ConnectionOpts;
  readonly policy: ours.RetryPolicy;
  readonly failure: ours.RetryFailure;
  readonly call: ours.Opts<string, number>;
  readonly message: ours.SendOpts<string>;
  readonly sent: ours.Send<string>;
  readonly submitted: ours.WorkflowSubmission<string>;
} => made;

/** What code that was written for the official client does with what the drop-in gives. */
interface Given {
  readonly failure: ours.RetryFailure;
  readonly output: ours.Output<string>;
  readonly sent: ours.Send<string>;
  readonly submitted: ours.WorkflowSubmission<string>;
  readonly object: ours.IngressClient<MyObject>;
  readonly messages: ours.IngressSendClient<MyObject>;
  readonly workflow: ours.IngressWorkflowClient<MyWorkflow>;
}

/** It is what the official client gives. */
export const given = (
  from: Given,
): {
  readonly failure: official.RetryFailure;
  readonly output: official.Output<string>;
  readonly sent: official.Send<string>;
  readonly submitted: official.WorkflowSubmission<string>;
  readonly object: official.IngressClient<MyObject>;
  readonly messages: official.IngressSendClient<MyObject>;
  readonly workflow: official.IngressWorkflowClient<MyWorkflow>;
} => from;
