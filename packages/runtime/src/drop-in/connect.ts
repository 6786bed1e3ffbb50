import { rejectAwakeable, resolveAwakeable } from "../awakeable.js";
import { connect as connectCore } from "../connect.js";
import type { IdRef } from "../invocation-ref.js";
import { invocation } from "../invocation.js";
import { call, clientsOf, type Request, send } from "./clients-of.js";
import { type Connection, encoded, resultOptions } from "./connection.js";
import type { ConnectionOpts, Ingress } from "./ingress.js";
import { scope } from "../scope.js";
import type { Serde } from "../serde.js";
import { persist } from "./persist.js";
import { handleOf, type Send, type WorkflowSubmission } from "./send.js";
import { serde } from "./serde.js";

/** Returns a connection to a Restate ingress, with the methods of the official client. No request is made yet. */
export function connect({ url, headers, retry, fetch, ...rest }: ConnectionOpts): Ingress {
  const core = connectCore({ url, headers, fetch, retry: persist(retry) });
  const connection: Connection = { core, ...rest, ...(fetch && { fetch }) };
  return {
    ...core,
    ...clientsOf(connection),
    scope: (scopeKey) => clientsOf(scoped(connection, scopeKey)),
    // What the caller says of the types is taken for granted.
    call: async (named) =>
      call(scoped(connection, named.scope), requestOf(named)) as Promise<never>,
    send: async (named) => send(scoped(connection, named.scope), requestOf(named)),
    result: (sent, resultSerde) => attach(connection, sent, resultSerde),
    resolveAwakeable: (id, payload, payloadSerde) => {
      const plain: Serde<unknown> = payloadSerde ?? connection.serde ?? serde.json;
      const codec = connection.journalValueCodec;
      return resolveAwakeable(core, id, payload, { serde: codec ? encoded(plain, codec) : plain });
    },
    rejectAwakeable: (id, reason) => rejectAwakeable(core, id, reason),
  };
}

/** A handler by its name, with what to do. */
interface Named {
  readonly service: string;
  readonly handler: string;
  readonly parameter: unknown;
  readonly key?: string;
  readonly opts?: { readonly opts: object };
}

function requestOf({ service, handler, parameter, key, opts }: Named): Request {
  return {
    target: { service, ...(key !== undefined && { key }), handler },
    input: parameter,
    options: opts?.opts ?? {},
  };
}

async function attach<T>(
  connection: Connection,
  sent: Send<T> | WorkflowSubmission<T>,
  resultSerde: Serde<T> | undefined,
): Promise<T> {
  const known = handleOf(sent);
  if (known && resultSerde === undefined) {
    return known.attach(resultOptions(connection));
  }
  // Of a copy no more than the id is known, and no more is needed to find it.
  const ref = known?.toJSON() ?? ({ invocationId: sent.invocationId } as IdRef);
  const used = (resultSerde ?? connection.serde ?? serde.json) as Serde<T>;
  return invocation(connection.core, ref, used).attach(resultOptions(connection));
}

/** The connection within a scope; an empty scope is one that Restate refuses, and not none. */
function scoped(connection: Connection, scopeKey: string | undefined): Connection {
  return scopeKey === undefined
    ? connection
    : { ...connection, core: scope(connection.core, scopeKey) };
}
