import { bytes, noInputWorkflowRun } from "@restate-codegen/runtime";
import {
  TerminalError,
  type FakeService,
  type FakeServices,
} from "@restate-codegen/runtime/testing";
import {
  mailboxClient,
  tallyClient,
  type GreeterClient,
  type MailboxClient,
  type MyObjectClient,
  type MyWorkflowClient,
  type NightlyClient,
  type ProbeClient,
  type TallyClient,
} from "probe/clients";

/** The clients of the probe, by the names of what they are for. */
export interface ProbeClients {
  readonly Greeter: GreeterClient;
  readonly Mailbox: MailboxClient;
  readonly MyObject: MyObjectClient;
  readonly MyWorkflow: MyWorkflowClient;
  readonly Nightly: NightlyClient;
  readonly Probe: ProbeClient;
  readonly Tally: TallyClient;
}

/** The probe's services once more, as fakes: what `fixtures/probe` does, they do. */
export function probeFakes(): FakeServices<ProbeClients> {
  return {
    Greeter: {
      greet: ({ greeting }) => ({ greeting: `${greeting}!` }),
    },
    Mailbox: mailbox(),
    MyObject: myObject(),
    MyWorkflow: myWorkflow(),
    Nightly: {
      run: (_input, { key }) => key,
    },
    Probe: probe(),
    Tally: tally(),
  };
}

function mailbox(): FakeService<MailboxClient> {
  const ids = new Map<string, string>();
  return {
    put: (id, { key }) => void ids.set(key, id),
    take: { kind: "shared", handler: (_input, { key }) => ids.get(key) ?? null },
  };
}

function myObject(): FakeService<MyObjectClient> {
  const counts = new Map<string, number>();
  return {
    greet: ({ greeting }, { key }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return { greeting: `${greeting} ${key}!` };
    },
    count: { kind: "shared", handler: (_input, { key }) => counts.get(key) ?? 0 },
    who: { kind: "shared", handler: (_input, { key }) => key },
  };
}

function tally(): FakeService<TallyClient> {
  const counts = new Map<string, number>();
  return {
    add: (_input, { key }) => {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
    count: { kind: "shared", handler: (_input, { key }) => counts.get(key) ?? 0 },
  };
}

function myWorkflow(): FakeService<MyWorkflowClient> {
  const released = new Map<string, string>();
  const waiting = new Map<string, (name: string) => void>();
  return {
    run: async ({ greeting, wait, failWith }, { key }) => {
      if (failWith !== undefined) {
        throw new TerminalError("The workflow failed.", { errorCode: failWith });
      }
      const name =
        wait === true
          ? (released.get(key) ??
            (await new Promise<string>((resolve) => waiting.set(key, resolve))))
          : key;
      return { greeting: `${greeting} ${name}!` };
    },
    release: (name, { key }) => {
      if (released.has(key)) {
        throw new TerminalError("promise was already completed", { errorCode: 409 });
      }
      released.set(key, name);
      waiting.get(key)?.(name);
    },
    myOtherHandler: (_input, { key }) => ({ released: released.has(key) }),
  };
}

function probe(): FakeService<ProbeClient> {
  return {
    echo: (value) => value,
    headers: (_input, { headers }) => headers,
    fail: ({ message, code, metadata }) => {
      throw new TerminalError(message, { errorCode: code, metadata });
    },
    sleep: async (milliseconds, { sleep }) => {
      await sleep(milliseconds);
      return milliseconds;
    },
    counted: (label, { ingress }) => tallyClient(ingress, label).add(),
    nothing: () => undefined,
    nullResult: () => null,
    emptyText: () => "",
    optional: (text) => (text === undefined ? "nothing" : `text ${text}`),
    emptyInput: () => "pong",
    bytes: { input: bytes, output: bytes, handler: (data) => data },
    awaitText: async (name, { awakeable, ingress }) => {
      const { id, promise } = awakeable<string | undefined>();
      await mailboxClient(ingress, name).put.send(id);
      return `resolved with ${JSON.stringify(await promise) ?? "nothing"}`;
    },
    runNightly: async (date, { ingress }) => {
      const target = { service: "Nightly", key: date, handler: "run" };
      await noInputWorkflowRun(ingress, target).submitAndAttach();
    },
  };
}
