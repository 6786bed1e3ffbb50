export type { Awakeable } from "./awakeables.js";
export type { FakeClock } from "./clock.js";
export type { FakeCall } from "./fake-call.js";
export { fakeIngress, type FakeIngress, type FakeIngressOptions } from "./fake-ingress.js";
export type {
  FakeHandler,
  FakeHandlerDescription,
  FakeService,
  FakeServices,
} from "./fake-services.js";
export type { Fault, FaultAnswer, FaultScope } from "./faults.js";
export type { HandlerInfo } from "./handler-info.js";
export { TerminalError, type TerminalErrorOptions } from "./terminal-error.js";
