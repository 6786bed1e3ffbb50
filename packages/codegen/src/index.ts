export { check, type CheckResult, judgeClients } from "./check-clients.js";
export { defineConfig } from "./config/define-config.js";
export {
  loadConfig,
  type ConfiguredTarget,
  type LoadConfigOptions,
  type LoadedConfig,
} from "./config/load-config.js";
export type {
  Config,
  GenerateOptions,
  RuleSeverity,
  Target,
  TargetOptions,
} from "./config/options.js";
export { catalogue, type CatalogueEntry } from "./diagnostics/catalogue.js";
export type { Diagnostic, ExcusedDiagnostic } from "./diagnostics/diagnostic.js";
export { isError } from "./diagnostics/diagnostic.js";
export { printDiagnostics, type PrintOptions } from "./diagnostics/print.js";
export { cachedGenerate as generate } from "./cached-generate.js";
export type { GenerateResult } from "./generate-result.js";
export { init, type InitOptions, type InitResult } from "./init.js";
export type { NothingToDo } from "./keep-command.js";
export { inspect, type InspectResult } from "./inspect.js";
export type { Definition, Service, VirtualObject, Workflow } from "./model/definition.js";
export type { Doc, DocTag } from "./model/doc.js";
export type {
  Access,
  CustomPayload,
  EmptyPayload,
  Handler,
  ObjectHandler,
  Payload,
  PresentPayload,
  TypedPayload,
} from "./model/handler.js";
export type { SourceRange } from "./model/source-range.js";
export type {
  ArrayType,
  EnumMember,
  EnumType,
  IndexSignature,
  LiteralType,
  Member,
  ObjectType,
  PrimitiveType,
  ReferenceType,
  TemplateType,
  TupleElement,
  TupleType,
  TypeDeclaration,
  TypeModel,
  UnionType,
} from "./model/type-model.js";
export { clientNames, type ClientNames } from "./naming/client-names.js";
export type { DefinitionOverview, HandlerOverview, TypeOverview } from "./plan/plan-overview.js";
export type {
  FactoryView,
  HandlerView,
  IndexView,
  ModuleView,
  SharedTypesView,
} from "./plan/views.js";
export type { InitFile } from "./setup/put-file.js";
export type { FileChange } from "./write/compare-files.js";
export { watch, type Watcher, type WatchOptions } from "./watch.js";
export type { WatchedTarget, WatchRun } from "./watched-targets.js";
export { writeClients, type WriteClientsOptions } from "./write-clients.js";
