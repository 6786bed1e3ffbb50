import { generatedFolders } from "./generated-modules.js";

/** A module that someone might write against the shop's clients. It needs no library but ES2022. */
export const consumerSource = `import { connect, isIngressError, type ConnectOptions } from "@restate-codegen/runtime";
import { cartClient, orderClient } from "./clients/index.js";

export async function visit(fetch: NonNullable<ConnectOptions["fetch"]>): Promise<string> {
  const ingress = connect({ url: "http://localhost:8080", fetch });
  const lines = await cartClient(ingress, "Mary").list({ timeout: { seconds: 5 } });
  try {
    await orderClient(ingress, "order-1").run.output();
  } catch (error) {
    if (!isIngressError(error)) {
      throw error;
    }
    return lines.map(({ quantity, sku }) => quantity + " " + sku).join() + " " + error.code;
  }
  return "the order is known";
}
`;

/** A module that manages invocations. It needs no library but ES2022 either. */
export const operatorSource = `import type { Invocation } from "@restate-codegen/runtime";
import { cancel, connectAdmin, query, sql, status } from "@restate-codegen/runtime/admin";

export async function stop(sent: Invocation<unknown>, since: Date): Promise<string | undefined> {
  const admin = connectAdmin({ url: "http://localhost:9070" });
  await query<{ id: string }>(admin, sql\`select id from sys_invocation where created_at > \${since}\`);
  const { outcome } = await cancel(admin, sent);
  const seen = await status(admin, sent);
  return seen.status === "completed" ? seen.completedAt : outcome;
}
`;

/** A module that tests the first one. It needs no library but ES2022 either. */
export const testerSource = `import { fakeIngress, TerminalError, type FakeIngress } from "@restate-codegen/runtime/testing";
import type { CartClient, OrderClient } from "./clients/index.js";
import { visit } from "./visit.js";

export async function tryOut(): Promise<string> {
  const fake: FakeIngress = fakeIngress<{ Cart: CartClient; Order: OrderClient }>({
    Cart: { list: (_input, { key }) => [{ sku: key, quantity: 2 }] },
    Order: {
      run: async (_request, { sleep }) => {
        await sleep({ days: 1 });
        throw new TerminalError("no tea", { errorCode: 409 });
      },
    },
  });
  await fake.clock.advance({ seconds: 1 });
  return (await visit(fake.fetch)) + " " + fake.calls.length;
}
`;

/** What {@link testerSource} answers. */
export const testerAnswer = "2 Mary 404 1";

/** What {@link consumerSource} answers when its requests go to {@link stubFetchSource}. */
export const consumerAnswer = "2 tea 404";

/** A `fetch`, in JavaScript: the cart holds two teas, and nothing else is known. */
export const stubFetchSource = `async (url) =>
  new URL(url).pathname === "/Cart/Mary/list"
    ? new Response('[{"sku":"tea","quantity":2}]', { headers: { "content-type": "application/json" } })
    : new Response('{"message":"not found"}', {
        status: 404,
        headers: { "content-type": "application/json", "x-restate-error-source": "ingress" },
      })`;

/** The shop's generated clients, as files below `src/clients`. */
export function shopClients(): Record<string, string> {
  const shop = generatedFolders().find(({ path }) => path === "shop/src/clients");
  return Object.fromEntries(
    [...(shop?.files ?? [])].map(([file, text]) => [`src/clients/${file}`, text]),
  );
}
