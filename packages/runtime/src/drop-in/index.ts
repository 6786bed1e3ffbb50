export type {
  Duration,
  JournalValueCodec,
  Serde,
  Service,
  ServiceDefinition,
  ServiceDefinitionFrom,
  VirtualObject,
  VirtualObjectDefinition,
  VirtualObjectDefinitionFrom,
  Workflow,
  WorkflowDefinition,
  WorkflowDefinitionFrom,
} from "@restatedev/restate-sdk-core";
export type {
  InferArgType,
  IngressClient,
  IngressClientFromDescriptors,
  IngressSendClient,
  IngressSendClientFromDescriptors,
  IngressWorkflowClient,
} from "./client-types.js";
export { connect } from "./connect.js";
export { HttpCallError } from "./http-call-error.js";
export type { ConnectionOpts, Ingress, ScopedIngress } from "./ingress.js";
export { type IngressCallOptions, type IngressSendOptions, Opts, rpc, SendOpts } from "./opts.js";
export type { Output } from "./output.js";
export { defaultShouldRetry, type RetryFailure, type RetryPolicy } from "./retry-policy.js";
export type { Send, WorkflowSubmission } from "./send.js";
export { serde } from "./serde.js";
