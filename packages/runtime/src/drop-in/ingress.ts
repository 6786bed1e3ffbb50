import type {
  HandlerDescriptor,
  JournalValueCodec,
  ObjectDescriptor,
  Serde,
  Service,
  ServiceDefinitionFrom,
  ServiceDescriptor,
  VirtualObject,
  VirtualObjectDefinitionFrom,
  Workflow,
  WorkflowDefinitionFrom,
  WorkflowDescriptor,
} from "@restatedev/restate-sdk-core";
import type { Fetch } from "../fetch.js";
import type { Ingress as Core } from "../ingress.js";
import type {
  IngressClient,
  IngressClientFromDescriptors,
  IngressSendClient,
  IngressSendClientFromDescriptors,
  IngressWorkflowClient,
} from "./client-types.js";
import type { Opts, SendOpts } from "./opts.js";
import type { RetryPolicy } from "./retry-policy.js";
import type { Send, WorkflowSubmission } from "./send.js";

/** Where the ingress is, and what holds for every request to it. */
export type ConnectionOpts = {
  /** The ingress's URL, such as `http://localhost:8080`. */
  url: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** Repeats what may be repeated; `true` is the policy's defaults, and the default is not to. */
  retry?: RetryPolicy | boolean;
  /** Reads and writes what no other serde is given for; JSON by default. */
  serde?: Serde<unknown>;
  /** Encodes all payloads, and decodes all results, as the services' own codec does. */
  journalValueCodec?: JournalValueCodec;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch;
};

/** What can be called within a scope. */
export type ScopedIngress = Pick<
  Ingress,
  | "serviceClient"
  | "serviceSendClient"
  | "objectClient"
  | "objectSendClient"
  | "workflowClient"
  | "client"
  | "sendClient"
>;

/** A connection to a Restate ingress. Generated clients, and all else of this package, take it as well. */
export interface Ingress extends Core {
  /** Returns a client that calls a service. */
  serviceClient<D>(opts: ServiceDefinitionFrom<D>): IngressClient<Service<D>>;
  /** Returns a client of the workflow of a key. */
  workflowClient<D>(
    opts: WorkflowDefinitionFrom<D>,
    key: string,
  ): IngressWorkflowClient<Workflow<D>>;
  /** Returns a client that calls the virtual object of a key. */
  objectClient<D>(
    opts: VirtualObjectDefinitionFrom<D>,
    key: string,
  ): IngressClient<VirtualObject<D>>;
  /** Returns a client that sends to a service. */
  serviceSendClient<D>(opts: ServiceDefinitionFrom<D>): IngressSendClient<Service<D>>;
  /** Returns a client that sends to the virtual object of a key. */
  objectSendClient<D>(
    opts: VirtualObjectDefinitionFrom<D>,
    key: string,
  ): IngressSendClient<VirtualObject<D>>;
  /** Returns a client that calls what a contract describes, with the serdes of the contract. */
  client<P extends string, H extends Record<string, HandlerDescriptor>>(
    serviceInterface: ServiceDescriptor<P, H>,
  ): IngressClientFromDescriptors<H>;
  /** Returns a client that calls the virtual object, or the shared handlers of the workflow, of a key. */
  client<P extends string, H extends Record<string, HandlerDescriptor>>(
    objectOrWorkflowInterface: ObjectDescriptor<P, H> | WorkflowDescriptor<P, H>,
    key: string,
  ): IngressClientFromDescriptors<H>;
  /** Returns a client that sends to what a contract describes. */
  sendClient<P extends string, H extends Record<string, HandlerDescriptor>>(
    serviceInterface: ServiceDescriptor<P, H>,
  ): IngressSendClientFromDescriptors<H>;
  /** Returns a client that sends to the virtual object or the workflow of a key. */
  sendClient<P extends string, H extends Record<string, HandlerDescriptor>>(
    objectOrWorkflowInterface: ObjectDescriptor<P, H> | WorkflowDescriptor<P, H>,
    key: string,
  ): IngressSendClientFromDescriptors<H>;
  /** Resolves an awakeable: the handler that waits for it goes on with the payload. */
  resolveAwakeable<T>(id: string, payload?: T, payloadSerde?: Serde<T>): Promise<void>;
  /** Rejects an awakeable: the handler that waits for it gets a terminal error with the reason as its message. */
  rejectAwakeable(id: string, reason: string): Promise<void>;
  /** Waits for the result of what was sent or submitted. */
  result<T>(send: Send<T> | WorkflowSubmission<T>, resultSerde?: Serde<T>): Promise<T>;
  /** Calls a handler by its name. Without serdes in `opts`, the types are the caller's claim. */
  call<I = Uint8Array, O = Uint8Array>(opts: {
    service: string;
    handler: string;
    parameter: I;
    key?: string;
    scope?: string;
    opts?: Opts<I, O>;
  }): Promise<O>;
  /** Sends to a handler by its name. */
  send<I = Uint8Array>(opts: {
    service: string;
    handler: string;
    parameter: I;
    key?: string;
    scope?: string;
    opts?: SendOpts<I>;
  }): Promise<Send>;
  /** Returns a connection whose invocations belong to a scope. Needs Restate 1.7 with flow control. */
  scope(scopeKey: string): ScopedIngress;
}
