export { cancel, type CancelOutcome } from "./cancel.js";
export {
  type Admin,
  type AdminOptions,
  connectAdmin,
  type ConnectAdminOptions,
} from "./connect-admin.js";
export type { Deployment } from "./deployment.js";
export type { AnyInvocation } from "./find-invocation.js";
export { kill, type KillOutcome } from "./kill.js";
export { pause, type PauseOutcome } from "./pause.js";
export { purge, purgeJournal, type PurgeOutcome } from "./purge.js";
export { query } from "./query.js";
export { restartAsNew, type RestartOptions, type RestartOutcome } from "./restart-as-new.js";
export { resume, type ResumeOptions, type ResumeOutcome } from "./resume.js";
export { type Sql, sql, type SqlScalar, type SqlValue } from "./sql.js";
export {
  type AttemptFailure,
  type CompletedInvocation,
  type Completion,
  type InvocationStatus,
  type KnownInvocation,
  type PendingInvocation,
  status,
  type UnknownInvocation,
} from "./status.js";
