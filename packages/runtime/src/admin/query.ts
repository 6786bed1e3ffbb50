import type { IngressError } from "../error.js";
import type { Fetch } from "../fetch.js";
import { json } from "../serde.js";
import type { Admin, AdminOptions } from "./connect-admin.js";
import { type Sql, textOf } from "./sql.js";

/**
 * Asks the server's tables, such as `sys_invocation` and `state`. The type of a row is trusted to be what is selected:
 * a column that is null is not there, times are text (RFC 3339), and integers beyond 2^53 are rounded.
 */
export async function query<Row extends object = Readonly<Record<string, unknown>>>(
  admin: Admin,
  text: Sql,
  options?: AdminOptions,
): Promise<readonly Row[]> {
  return admin.ask(
    {
      path: "/query",
      body: { query: textOf(text) },
      fetch: acceptJson,
      read: (data) => (json.deserialize(data) as { readonly rows: readonly Row[] }).rows,
      isFinal: isMistake,
    },
    options,
  );
}

/** The server answers in a binary format unless it is asked for exactly this. */
function acceptJson(send: Fetch): Fetch {
  return async (url, init, known) => {
    init.headers.set("accept", "application/json");
    return send(url, init, known);
  };
}

/** Whether the query is wrong, which the server reports with the status 500, too. */
function isMistake({ message }: IngressError): boolean {
  return message.startsWith("Datafusion error");
}
