import type { Payload } from "../model/handler.js";
import { quote } from "./print-text.js";

/** The last argument of a handler's constructor, if it needs one, and what that takes from the runtime. */
export interface PlannedSerdes {
  readonly argument: readonly string[];
  readonly imports: readonly string[];
}

/** Plans how a handler's payloads become bytes. JSON goes without saying. */
export function planSerdes(property: string, input: Payload, output: Payload): PlannedSerdes {
  const sides = Object.entries({ input, output }).flatMap(([side, payload]) => {
    const serde = planSerde(`serdes.${property}.${side}`, payload);
    return serde ? [{ side, ...serde }] : [];
  });
  if (sides.length === 0) {
    return { argument: [], imports: [] };
  }
  // What callers bring has the form that the runtime wants.
  const isBrought = sides.every(({ imports }) => imports === "type Serde");
  return {
    argument: isBrought
      ? [`serdes.${property}`]
      : [`{ ${sides.map(({ side, value }) => `${side}: ${value}`).join(", ")} }`],
    imports: sides.map(({ imports }) => imports),
  };
}

function planSerde(
  brought: string,
  payload: Payload,
): { readonly value: string; readonly imports: string } | undefined {
  if (payload.presence === "none") {
    return undefined;
  }
  if (payload.serde === "custom") {
    return { value: brought, imports: "type Serde" };
  }
  const { serde, contentType } = payload;
  if (contentType !== undefined) {
    return { value: `{ ...${serde}, contentType: ${quote(contentType)} }`, imports: serde };
  }
  return serde === "json" ? undefined : { value: serde, imports: serde };
}
