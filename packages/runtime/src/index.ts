// For applications.
export { rejectAwakeable, resolveAwakeable, type ResolveOptions } from "./awakeable.js";
export { type Attempt, intercept, type Interceptor } from "./intercept.js";
export { health, type Health } from "./health.js";
export { lookup } from "./lookup.js";
export { reattach, type ReattachOptions } from "./reattach.js";
export { retry, type RetryOptions } from "./retry.js";
export { scope, type ScopeOptions } from "./scope.js";
export { connect, type ConnectOptions } from "./connect.js";
export type { Duration, DurationParts } from "./duration.js";
export {
  IngressError,
  type IngressErrorDetails,
  type IngressErrorSource,
  isIngressError,
} from "./error.js";
export type {
  Credentials,
  Fetch,
  FetchBody,
  FetchedRequest,
  FetchInit,
  FetchResponse,
  PlatformHeaders,
  RequestHeaders,
  ResponseHeaders,
} from "./fetch.js";
export { invocation, type Invocation, type InvocationOutput } from "./invocation.js";
export type {
  IdempotencyKey,
  IdempotencyKeyRef,
  IdRef,
  InvocationRef,
  WorkflowRef,
} from "./invocation-ref.js";
export type {
  CallOptions,
  HeadersOption,
  HeaderValues,
  RequestOptions,
  SendOptions,
  SubmitOptions,
} from "./options.js";
export type { Signal } from "./signal.js";
export type { InputOf, OutputOf } from "./signature.js";

// For generated code, and those who write such code by hand.
export {
  type Handler,
  handler,
  type NoInputHandler,
  noInputHandler,
  type OptionalInputHandler,
  optionalInputHandler,
} from "./handler.js";
export type { HandlerResponse, Ingress, ResponseInfo, Route, Send } from "./ingress.js";
export { bytes, json, type OutputSerde, type Serde, type Serdes } from "./serde.js";
export type { ScopedTarget, Target, Within, WorkflowTarget } from "./target.js";
export {
  type NoInputWorkflowRun,
  noInputWorkflowRun,
  type OptionalInputWorkflowRun,
  optionalInputWorkflowRun,
  type PrivateWorkflowRun,
  privateWorkflowRun,
  type WorkflowRun,
  workflowRun,
} from "./workflow.js";
