import type { Handler, Payload, PresentPayload } from "../model/handler.js";
import { handlerProperty } from "../naming/handler-property.js";
import { typeParameterOf, type BroughtSerde } from "./brought-serdes.js";
import { planSerdes } from "./plan-serdes.js";
import { printDoc } from "./print-doc.js";
import { quote } from "./print-text.js";
import { printType, type PrintContext } from "./print-type.js";
import type { HandlerView } from "./views.js";

/** How a handler is offered: the runtime's interface for it, and the function that makes one. */
export interface HandlerForm {
  readonly type: string;
  readonly constructor: string;
}

/** The view of a handler, and what it needs from the runtime. */
export interface PlannedHandler {
  readonly view: HandlerView;
  /** Names to import from the runtime, types with `type ` before them. */
  readonly imports: readonly string[];
}

/** The forms of a handler, by whether its input is there. */
export const handlerForms: Readonly<Record<Payload["presence"], HandlerForm>> = {
  required: { type: "Handler", constructor: "handler" },
  optional: { type: "OptionalInputHandler", constructor: "optionalInputHandler" },
  none: { type: "NoInputHandler", constructor: "noInputHandler" },
};

/** The forms of a workflow's own handler, by whether its input is there. */
export const workflowRunForms: Readonly<Record<Payload["presence"], HandlerForm>> = {
  required: { type: "WorkflowRun", constructor: "workflowRun" },
  optional: { type: "OptionalInputWorkflowRun", constructor: "optionalInputWorkflowRun" },
  none: { type: "NoInputWorkflowRun", constructor: "noInputWorkflowRun" },
};

/** The form of a workflow's own handler that only Restate may start. */
export const privateRunForm: HandlerForm = {
  type: "PrivateWorkflowRun",
  constructor: "privateWorkflowRun",
};

/** What a line of a client needs to know beside the handler. */
export interface HandlerSurroundings {
  /** The object literal that says where the handler is. */
  readonly target: string;
  readonly names: PrintContext["names"];
  /** The serdes that callers bring for the whole client. */
  readonly brought: readonly BroughtSerde[];
}

/** Plans one line of a client. */
export function planHandler(
  handler: Handler,
  form: HandlerForm,
  { target, names, brought }: HandlerSurroundings,
): PlannedHandler {
  const property = handlerProperty(handler.name);
  const { input, output } = handler;
  const typeOfSide = (side: BroughtSerde["side"], payload: PresentPayload): string =>
    payload.serde === "custom"
      ? typeParameterOf({ property, side }, brought)
      : printType(payload.type, { names, written: side === "input" });
  const types = [
    ...(input.presence === "none" ? [] : [typeOfSide("input", input)]),
    output.presence === "none" ? "void" : typeOfSide("output", output),
  ];
  const mayBeEmpty = output.presence === "optional" ? " | undefined" : "";
  const serdes = planSerdes(property, input, output);
  return {
    view: {
      doc: printDoc(handler.doc),
      property,
      type: `${form.type}<${types.join(", ")}${mayBeEmpty}>`,
      value: `${form.constructor}(${["ingress", target, ...serdes.argument].join(", ")})`,
    },
    imports: [form.constructor, `type ${form.type}`, ...serdes.imports],
  };
}

/** The literal that says where a handler is. */
export function printTarget(service: string, keyed: boolean, handler: string): string {
  return `{ service: ${quote(service)}${keyed ? ", key" : ""}, handler: ${quote(handler)} }`;
}
