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

type HandlersOf<D> = D extends { readonly [key in "service" | "object" | "workflow"]?: infer H }
  ? H
  : never;

type Probe = Service<HandlersOf<typeof probe>>;
type MyObject = VirtualObject<HandlersOf<typeof myObject>>;
type MyWorkflow = Workflow<HandlersOf<typeof myWorkflow>>;

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
} = { service: true, object: true, names: true, contract: true };
