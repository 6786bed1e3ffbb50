import { camelCase, kebabCase, pascalCase } from "change-case";

import { identifier } from "./identifier.js";

/** The names under which a definition is offered to callers. Public API: they may never change for a given Restate name. */
export interface ClientNames {
  /** The module without its extension, `http-gateway`. */
  readonly module: string;
  /** The function that makes a client, `httpGatewayClient`. */
  readonly factory: string;
  /** The interface of the client, `HttpGatewayClient`. */
  readonly type: string;
  /** The interface of the serdes that callers bring, `HttpGatewaySerdes`. */
  readonly serdes: string;
}

/** What a client is called after. */
export interface Named {
  /** The name registered with Restate. */
  readonly name: string;
  /** What the user has the client called after instead. */
  readonly clientName?: string | undefined;
}

/** Derives the names of a client from the name registered with Restate, or from what the user calls it instead. */
export function clientNames({ name, clientName: base = name }: Named): ClientNames {
  const module = kebabCase(base);
  return {
    module: reservedModules.test(module) ? `${module}-client` : module,
    factory: identifier(`${camelCase(base, together)}Client`),
    type: identifier(`${pascalCase(base, together)}Client`),
    serdes: identifier(`${pascalCase(base, together)}Serdes`),
  };
}

/** The module of the types that several clients have, without its extension. */
export const sharedTypesModule = "types";

/** The file that a definition's client is written to, relative to the output folder. */
export function moduleFile(named: Named): string {
  return `${clientNames(named).module}.ts`;
}

/** The barrel, the shared types, the names that Windows keeps for devices, and what a module resolver would not find. */
const reservedModules = /^(?:index|contract|types|con|prn|aux|nul|com\d|lpt\d)$/;

/** `every-2` is `every2`, not `every_2`; that it may then be the name of another definition is a diagnostic. */
const together = { mergeAmbiguousCharacters: true };
