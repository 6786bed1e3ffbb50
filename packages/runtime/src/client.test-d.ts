// Compiled with the package, never run: what callers may write, and what must not compile.
/* eslint-disable jsdoc/require-jsdoc -- Each statement says itself what it is for. */
/* eslint-disable @typescript-eslint/no-unused-vars, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-meaningless-void-operator -- Only the types count, and some are wrong on purpose. */
import {
  bytes,
  connect,
  handler,
  noInputHandler,
  noInputWorkflowRun,
  optionalInputHandler,
  optionalInputWorkflowRun,
  privateWorkflowRun,
  retry,
  workflowRun,
  type Handler,
  type Ingress,
  type InputOf,
  type Invocation,
  type NoInputHandler,
  type NoInputWorkflowRun,
  type OptionalInputHandler,
  type OptionalInputWorkflowRun,
  type OutputOf,
  type PrivateWorkflowRun,
  type WorkflowRun,
} from "./index.js";
import { same } from "./same.test-d.js";

interface Item {
  sku: string;
}

interface Client {
  readonly add: Handler<Item, void>;
  readonly note: OptionalInputHandler<string, Item>;
  readonly list: NoInputHandler<Item[]>;
  readonly photo: NoInputHandler<Uint8Array>;
  readonly run: WorkflowRun<Item, string>;
  readonly maybe: OptionalInputWorkflowRun<Item, string>;
  readonly plain: NoInputWorkflowRun<string>;
  readonly hidden: PrivateWorkflowRun<string>;
}

const target = { service: "S", key: "k", handler: "h" };

/** Generated modules give no type arguments: all comes from the type that is returned. */
export function client(ingress: Ingress): Client {
  return {
    add: handler(ingress, target),
    note: optionalInputHandler(ingress, target),
    list: noInputHandler(ingress, target),
    photo: noInputHandler(ingress, target, { output: bytes }),
    run: workflowRun(ingress, target),
    maybe: optionalInputWorkflowRun(ingress, target),
    plain: noInputWorkflowRun(ingress, target),
    hidden: privateWorkflowRun(ingress, target),
  };
}

export async function accepts({
  add,
  note,
  list,
  run,
  maybe,
  plain,
  hidden,
}: Client): Promise<void> {
  same<void, Awaited<ReturnType<typeof add>>>(true);
  await add({ sku: "tea" }, { idempotencyKey: "k", timeout: { seconds: 1 }, headers: { a: "1" } });
  await add.send(
    { sku: "tea" },
    { idempotencyKey: "k", delay: 5, headers: () => Promise.resolve({}) },
  );
  await note();
  await note("n", { timeout: 1 });
  await list({ signal: AbortSignal.timeout(1) });
  await list.send({ delay: { days: 1 } });
  await run.submit({ sku: "tea" }, { delay: 1 });
  await maybe.submit();
  await plain.submit({ delay: 1 });
  await hidden.attach({ timeout: undefined });
  same<Invocation<Item[]>, ReturnType<typeof list.invocation>>(true);
  same<string | undefined, Awaited<ReturnType<typeof list.send>>["invocationId"]>(true);
  const { output, status } = await note.withResponse();
  same<Item, typeof output>(true);
  same<number, typeof status>(true);
  const peek = await run.output();
  same<string | undefined, typeof peek extends { result?: infer R } ? R : string | undefined>(true);
  const result: string = peek.ready ? peek.result : "";
  void result;
}

export async function refuses({ add, note, list, run, plain, hidden }: Client): Promise<void> {
  // @ts-expect-error A call cannot be delayed.
  await add({ sku: "tea" }, { delay: 1 });
  // @ts-expect-error The input is required.
  await add();
  // @ts-expect-error It is an Item.
  await add("tea");
  // @ts-expect-error It is text.
  await note(1);
  // @ts-expect-error There is no input, only options.
  await list({ sku: "tea" });
  // @ts-expect-error The key of a workflow is its idempotency key.
  await run.submit({ sku: "tea" }, { idempotencyKey: "k" });
  // @ts-expect-error There is no input, and no idempotency key either.
  await plain.submit({ idempotencyKey: "k" });
  // @ts-expect-error A run is submitted, not called.
  await run({ sku: "tea" });
  // @ts-expect-error Nobody outside may submit it.
  await hidden.submit();
  // @ts-expect-error To wait is not to run.
  await add.invocation("inv_1").attach({ idempotencyKey: "k" });
  // @ts-expect-error A result is there only if it is ready.
  void (await run.output()).result;
  // @ts-expect-error A workflow has no idempotency keys.
  run.invocation({ idempotencyKey: "k" });
  // @ts-expect-error A unit that there is not.
  await list({ timeout: { weeks: 1 } });
}

export function kinds({ add, note, list, run, hidden }: Client): void {
  same<Item, InputOf<typeof add>>(true);
  same<void, OutputOf<typeof add>>(true);
  same<string | undefined, InputOf<typeof note>>(true);
  same<void, InputOf<typeof list>>(true);
  same<Item[], OutputOf<typeof list>>(true);
  same<Item, InputOf<typeof run>>(true);
  same<string, OutputOf<typeof hidden>>(true);
  // @ts-expect-error Options are no input.
  const confused: Handler<undefined, Item[]> = list;
  // @ts-expect-error Nor is an input options.
  const confusedToo: NoInputHandler<void> = handler<{ timeout?: number } | undefined, void>(
    connect({ url: "/" }),
    target,
  );
  void [confused, confusedToo];
}

export async function survival({ add, run, plain }: Client): Promise<void> {
  await add({ sku: "tea" }, { retry: retry(), autoIdempotencyKey: true });
  same<string, Awaited<ReturnType<typeof run.submitAndAttach>>>(true);
  await run.submitAndAttach({ sku: "tea" }, { delay: 1, retry: false });
  await plain.submitAndAttach({ timeout: 1 });
  // @ts-expect-error The key of a workflow is its idempotency key.
  await run.submitAndAttach({ sku: "tea" }, { idempotencyKey: "k" });
  // @ts-expect-error A policy is made by a function.
  await add({ sku: "tea" }, { retry: true });
}
