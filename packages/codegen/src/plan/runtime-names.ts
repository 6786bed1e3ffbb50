/** The package that generated modules import, and nothing else. */
export const runtimePackage = "@restate-codegen/runtime";

/**
 * Names that a user's type may not take in a generated module: all that any module imports from the runtime, so that
 * a new handler never renames a type, and the one global that modules mention.
 */
export const runtimeNames: readonly string[] = [
  "Handler",
  "Ingress",
  "NoInputHandler",
  "NoInputWorkflowRun",
  "OptionalInputHandler",
  "OptionalInputWorkflowRun",
  "PrivateWorkflowRun",
  "Serde",
  "Uint8Array",
  "WorkflowRun",
  "bytes",
  "handler",
  "json",
  "noInputHandler",
  "noInputWorkflowRun",
  "optionalInputHandler",
  "optionalInputWorkflowRun",
  "privateWorkflowRun",
  "workflowRun",
];
