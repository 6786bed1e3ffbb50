import { Node, type CallExpression } from "ts-morph";

import type { Definition } from "../../model/definition.js";
import { definitionTypes } from "./definition-type.js";
import { findProperty } from "../find-value.js";
import type { Sdk } from "../sdk.js";

/** A call of the SDK that makes a definition or declares the contract of one. */
export interface Making {
  readonly call: CallExpression;
  readonly kind: Definition["kind"];
  /**
   * What its handlers are: functions `(ctx, input) => …`, the generators of `@restatedev/restate-sdk-gen`, the
   * descriptors of an `iface`, or what `implement` adds to those.
   */
  readonly style: "functions" | "generators" | "contract" | "implementation";
}

/** Where the source has the parts of a definition; each is absent where it is not written there. */
export interface MakingParts {
  readonly name: Node | undefined;
  readonly handlers: Node | undefined;
  readonly description: Node | undefined;
  readonly options: Node | undefined;
}

/** Whether a call makes a definition, and how. */
export function makingOf(call: CallExpression, sdk: Sdk): Making | undefined {
  const callee = call.getExpression();
  // A method of another name cannot be one of ours, and asking for its type may cost the inference of a whole chain.
  if (Node.isPropertyAccessExpression(callee) && !makes(callee.getName())) {
    return undefined;
  }
  const path = sdk.calledPath(call);
  const name = path.at(-1) ?? "";
  if (name === "implement") {
    const [contract] = call.getArguments();
    const [type] = contract ? definitionTypes(contract.getType(), sdk) : [];
    return type && { call, kind: type.kind, style: "implementation" };
  }
  const kind = kinds.find((one) => one === name);
  if (!kind) {
    return undefined;
  }
  if (path.length > 1) {
    return /^(?:iface|ServiceInterface)$/.test(path[0] ?? "")
      ? { call, kind, style: "contract" }
      : undefined;
  }
  return { call, kind, style: sdk.isGeneratorCall(call) ? "generators" : "functions" };
}

/** Whether a function of this name may make a definition. */
export function makes(name: string): boolean {
  return name === "implement" || kinds.some((kind) => kind === name);
}

const kinds: readonly Definition["kind"][] = ["service", "object", "workflow"];

/** Takes the arguments of a making apart. */
export function partsOf({ call, style }: Making): MakingParts {
  const [first, second, third] = call.getArguments();
  const of = (object: Node | undefined, name: string) => object && findProperty(object, name);
  switch (style) {
    case "functions":
    case "generators":
      return {
        name: of(first, "name"),
        handlers: of(first, "handlers"),
        description: of(first, "description"),
        options: of(first, "options"),
      };
    case "contract":
      return {
        name: first,
        handlers: second,
        description: of(third, "description"),
        options: undefined,
      };
    case "implementation":
      return {
        name: undefined,
        handlers: of(second, "handlers"),
        description: of(second, "description"),
        options: of(second, "options"),
      };
  }
}
