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

/** Compiles if the one can stand for the other. */
type Is<Wanted, Had extends Wanted> = Had;

/** The drop-in takes what was made for the official client. */
export type Taken = [
  Is<ours.ConnectionOpts, official.ConnectionOpts>,
  Is<ours.RetryPolicy, official.RetryPolicy>,
  Is<ours.RetryFailure, official.RetryFailure>,
  Is<ours.Opts<string, number>, official.Opts<string, number>>,
  Is<ours.SendOpts<string>, official.SendOpts<string>>,
  Is<ours.Send<string>, official.Send<string>>,
  Is<ours.WorkflowSubmission<string>, official.WorkflowSubmission<string>>,
];

/** What it gives will do where the official client's is wanted. */
export type Given = [
  Is<official.RetryFailure, ours.RetryFailure>,
  Is<official.Output<string>, ours.Output<string>>,
  Is<official.Send<string>, ours.Send<string>>,
  Is<official.WorkflowSubmission<string>, ours.WorkflowSubmission<string>>,
  Is<official.IngressClient<MyObject>, ours.IngressClient<MyObject>>,
  Is<official.IngressSendClient<MyObject>, ours.IngressSendClient<MyObject>>,
  Is<official.IngressWorkflowClient<MyWorkflow>, ours.IngressWorkflowClient<MyWorkflow>>,
];
