import type { Handler, Payload } from "../model/handler.js";
import { handlerProperty } from "../naming/handler-property.js";
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

/** Plans one line of a client. `target` is the object literal that says where the handler is. */
export function planHandler(
  handler: Handler,
  form: HandlerForm,
  { target, names }: { readonly target: string; readonly names: PrintContext["names"] },
): PlannedHandler {
  const input = form === privateRunForm ? noPayload : handler.input;
  const serdes = serdesOf(input, handler.output);
  const output = printOutput(handler.output, { names, written: false });
  const types =
    input.presence === "none"
      ? [output]
      : [printType(input.type, { names, written: true }), output];
  return {
    view: {
      doc: printDoc(handler.doc),
      property: handlerProperty(handler.name),
      type: `${form.type}<${types.join(", ")}>`,
      value: `${form.constructor}(${["ingress", target, ...serdes].join(", ")})`,
    },
    imports: [form.constructor, `type ${form.type}`, ...(serdes.length > 0 ? ["bytes"] : [])],
  };
}

/** The literal that says where a handler is. */
export function printTarget(service: string, keyed: boolean, handler: string): string {
  return `{ service: ${quote(service)}${keyed ? ", key" : ""}, handler: ${quote(handler)} }`;
}

const noPayload: Payload = { presence: "none" };

function printOutput(output: Payload, context: PrintContext): string {
  switch (output.presence) {
    case "none":
      return "void";
    case "optional":
      return `${printType(output.type, context)} | undefined`;
    case "required":
      return printType(output.type, context);
  }
}

/** The argument that names the serdes that are not JSON, if there are any. */
function serdesOf(input: Payload, output: Payload): readonly string[] {
  const sides = Object.entries({ input, output }).flatMap(([side, payload]) =>
    payload.presence !== "none" && payload.serde === "bytes" ? [`${side}: bytes`] : [],
  );
  return sides.length > 0 ? [`{ ${sides.join(", ")} }`] : [];
}
