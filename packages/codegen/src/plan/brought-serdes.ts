import { pascalCase } from "change-case";

import type { Handler, Payload } from "../model/handler.js";
import { handlerProperty } from "../naming/handler-property.js";
import { identifier } from "../naming/identifier.js";
import { indent } from "./print-text.js";

/** A serde that callers bring, since only it knows what one direction of a handler is on the wire. */
export interface BroughtSerde {
  /** The property of the handler in the client. */
  readonly property: string;
  readonly side: "input" | "output";
  /** The type that the serde reads and writes is whatever it says, so the client is generic in it: `SaveInput`. */
  readonly typeParameter: string;
}

/** The serdes that callers of these handlers bring, in order. Their type parameters avoid the names that are taken. */
export function broughtSerdes(
  offered: readonly { readonly handler: Handler }[],
  taken: Iterable<string>,
): readonly BroughtSerde[] {
  const names = new Set(taken);
  return offered.flatMap(({ handler: { name, input, output } }) =>
    (["input", "output"] as const)
      .filter((side) => isCustom({ input, output }[side]))
      .map((side) => {
        const typeParameter = firstFree(identifier(pascalCase(`${name}-${side}`)), names);
        names.add(typeParameter);
        return { property: handlerProperty(name), side, typeParameter };
      }),
  );
}

/** The type parameter of one direction of a handler. */
export function typeParameterOf(
  { property, side }: Omit<BroughtSerde, "typeParameter">,
  serdes: readonly BroughtSerde[],
): string {
  const found = serdes.find((one) => one.property === property && one.side === side);
  if (!found) {
    throw new Error(`The ${side} of ${property} has no type parameter.`);
  }
  return found.typeParameter;
}

/** `<SaveInput, LoadOutput>`, or nothing. */
export function printTypeParameters(serdes: readonly BroughtSerde[]): string {
  const names = serdes.map(({ typeParameter }) => typeParameter);
  return names.length > 0 ? `<${names.join(", ")}>` : "";
}

/** The interface of what callers bring, by handler and direction; none where they bring nothing. */
export function printSerdesInterface(
  name: string,
  serdes: readonly BroughtSerde[],
): readonly string[] {
  if (serdes.length === 0) {
    return [];
  }
  const properties = [...new Set(serdes.map(({ property }) => property))];
  const lines = properties.map((property) => {
    const sides = serdes
      .filter((one) => one.property === property)
      .map(({ side, typeParameter }) => `readonly ${side}: Serde<${typeParameter}>`);
    return `readonly ${property}: { ${sides.join("; ")} };`;
  });
  const text = [
    "/** The serdes that callers bring: what these handlers read and write, nothing else knows. */",
    `export interface ${name}${printTypeParameters(serdes)} {`,
    indent(lines.join("\n")),
    "}",
  ].join("\n");
  return [text];
}

function isCustom(payload: Payload): boolean {
  return payload.presence !== "none" && payload.serde === "custom";
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number += 1) {
    candidate = `${name}${String(number)}`;
  }
  return candidate;
}
