// First, because the SDK needs what it brings.
import { services } from "shop/services";

import { setTimeout as sleep } from "node:timers/promises";

import { connect, isIngressError, resolveAwakeable, type Ingress } from "@restate-codegen/runtime";
import { cartClient, catalogueClient, emailClient, orderClient, outboxClient } from "shop/clients";

import { register } from "../restate/register.js";
import { serveEndpoint } from "../restate/serve-endpoint.js";
import { startServer } from "../restate/start-server.js";
import { chapter, print, say, show } from "./demo-transcript.js";

chapter("Start Restate, and the shop");
const server = await startServer();
say(`Restate answers at ${server.ingressUrl}.`);
const endpoint = await serveEndpoint(services);
try {
  await register(server.adminUrl, endpoint.url);
  say(`The shop serves ${services.map(({ name }) => name).join(", ")} at ${endpoint.url}.`);
  const ingress = connect({ url: server.ingressUrl });
  await browse(ingress);
  const orderId = await shopFor(ingress);
  await writeLater(ingress);
  await followOrder(ingress, orderId);
  await cancelAnother(ingress);
} finally {
  chapter("Shut down");
  await server.stop();
  await endpoint.close();
  say("Nothing is left running.");
}

async function browse(ingress: Ingress): Promise<void> {
  chapter("Call a service");
  const catalogue = catalogueClient(ingress);
  await show('catalogue.search({ text: "tea", sort: "price", limit: 2 })', () =>
    catalogue.search({ text: "tea", sort: "price", limit: 2 }),
  );
  say("The handler gives `addedAt: Date`. JSON carries text, and so says the client's type.");

  chapter("Get an error one can program against");
  await show('catalogue.product("tea-mars")', () => expectFailure(catalogue.product("tea-mars")));
}

async function shopFor(ingress: Ingress): Promise<string> {
  chapter("Call a virtual object, by its key");
  const cart = cartClient(ingress, "Mary");
  await show('cart.add({ sku: "tea-assam", quantity: 2 })', () =>
    cart.add({ sku: "tea-assam", quantity: 2 }),
  );
  await show('cart.add({ sku: "pot-iron", quantity: 1, engraving: "Mary" })', () =>
    cart.add({ sku: "pot-iron", quantity: 1, engraving: "Mary" }),
  );
  await show("cart.list()", () => cart.list());

  chapter("Call it twice with an idempotency key: it runs once");
  const checkout = () =>
    cart.checkout.withResponse({ email: "mary@example.com" }, { idempotencyKey: "checkout-1" });
  const code = 'cart.checkout({ email: "mary@example.com" }, { idempotencyKey: "checkout-1" })';
  const first = await show(code, async () => (await checkout()).output);
  const second = await show(code, async () => (await checkout()).output);
  say(first === second ? "The same order, both times." : "Two orders: that should not be.");
  return first;
}

async function writeLater(ingress: Ingress): Promise<void> {
  chapter("Send a message with a delay, peek at it, then wait for it");
  const message = { to: "mary@example.com", subject: "Your tea is waiting" };
  const sent = await show("email.deliver.send(message, { delay: { seconds: 2 } })", () =>
    emailClient(ingress).deliver.send(message, { delay: { seconds: 2 } }),
  );
  await show("sent.output()", () => sent.output());
  await show("sent.attach()", () => sent.attach());
  await show('outbox("mary@example.com").messages()', () =>
    outboxClient(ingress, "mary@example.com").messages(),
  );
}

async function followOrder(ingress: Ingress, orderId: string): Promise<void> {
  chapter("Follow a workflow through payment and delivery");
  const order = orderClient(ingress, orderId);
  await show("order.status()", () =>
    until(
      () => order.status(),
      (status) => status.state !== "unknown",
    ),
  );
  await show("order.run.output()", () => order.run.output());
  await show('order.pay({ kind: "card", lastDigits: "4242" })', () =>
    order.pay({ kind: "card", lastDigits: "4242" }),
  );

  const slip = await show("order.packingSlip()", () =>
    until(
      () => order.packingSlip(),
      (answer) => answer !== null,
    ),
  );
  say("The warehouse has packed it, and resolves the awakeable that the workflow waits for.");
  await show('resolveAwakeable(ingress, slip.awakeableId, { carrier: "bike", … })', () =>
    resolveAwakeable(ingress, slip.awakeableId, { carrier: "bike", trackingCode: "B-17" }),
  );
  await show("order.run.attach()", () => order.run.attach());
  await show("order.run.output()", () => order.run.output());
  await show("order.invoice()", async () => new TextDecoder().decode(await order.invoice()));
}

async function cancelAnother(ingress: Ingress): Promise<void> {
  chapter("Submit a workflow, and see it fail");
  const order = orderClient(ingress, "order-2");
  const lines = [{ sku: "tea-sencha", quantity: 1 }];
  await show('order.run.submit({ email: "mary@example.com", lines })', () =>
    order.run.submit({ email: "mary@example.com", lines }),
  );
  await show('order.cancel("found it at home")', () => order.cancel("found it at home"));
  await show("order.run.attach()", () => expectFailure(order.run.attach()));
}

/** Asks again and again: the cart's message may still be on its way to the order. */
async function until<T, Accepted extends T>(
  ask: () => Promise<T>,
  accept: (answer: T) => answer is Accepted,
): Promise<Accepted> {
  for (;;) {
    const answer = await ask();
    if (accept(answer)) {
      return answer;
    }
    await sleep(100);
  }
}

async function expectFailure(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isIngressError(error)) {
      throw error;
    }
    const { source, code, message, metadata } = error;
    print({ source, code, message, metadata });
    return;
  }
  throw new Error("The call should have failed.");
}
