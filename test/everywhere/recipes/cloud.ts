import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { npmIn } from "../npm-in.js";
import { runCommand } from "../run-command.js";
import type { Steps } from "../run-steps.js";
import { serveServices } from "../serve-services.js";
import { startOnPort, type ServingAtUrl } from "../start-on-port.js";
import { until } from "../until.js";
import { ask, type Answer } from "./ask.js";
import { cloudGate, type CloudGate } from "./cloud/cloud-gate.js";
import type { Place, Recipe } from "./recipe.js";

/** A server that calls Restate Cloud, for which a gate with keys and TLS stands in. */
export const cloud: Recipe = {
  folder: "cloud",
  follow: followCloud,
};

type Environment = Readonly<Record<string, string>>;

function followCloud({ folder, server, endWith }: Place): Steps {
  const keyFile = join(folder, "key");
  const certificate = join(folder, "gate.pem");
  const keys: string[] = [];
  let gate: CloudGate;
  let app: App;
  let environment: Environment;

  const addKey = (opens: "all" | "ingress" = "all"): void => {
    const key = `key_${randomUUID()}`;
    keys.push(key);
    gate.keys.set(key, opens);
    writeFileSync(keyFile, `${key}\n`);
  };
  const replaceKey = (opens: "all" | "ingress" = "all"): void => {
    gate.keys.clear();
    addKey(opens);
  };
  // It ends in any case, since there is no such port.
  const start = (env: Environment) =>
    runCommand(["node", "dist/main.js"], folder, { ...env, PORT: "-1" });
  const serve = async (env: Environment): Promise<App> => {
    const started = await startApp(folder, env);
    endWith(started.stop);
    return started;
  };
  const probe = (env: Environment) =>
    runCommand(["node", "--input-type=module", "--eval", failingCall], folder, env);
  const showNoKey = (text: string): void =>
    keys.forEach((key) => assert.ok(!text.includes(key), `a key is shown:\n${text}`));

  return {
    "it installs and compiles": async () => {
      await npmIn(folder)("install");
      await npmIn(folder)("run build");
    },
    "what the environment lacks is said at the start": async () => {
      gate = await cloudGate(server);
      endWith(gate.close);
      endWith((await serveServices(join(folder, "restate/reports.ts"), server.adminUrl)).close);
      writeFileSync(certificate, gate.certificate);
      replaceKey();
      const { ingressUrl, adminUrl } = gate;
      const urls = { RESTATE_INGRESS_URL: ingressUrl, RESTATE_ADMIN_URL: adminUrl };
      await assert.rejects(start({}), /RESTATE_INGRESS_URL is missing.*\nRESTATE_ADMIN_URL is/);
      await assert.rejects(start(urls), /Error: RESTATE_AUTH_TOKEN is missing/);
      const noFile = { ...urls, RESTATE_AUTH_TOKEN_FILE: `${keyFile}s` };
      await assert.rejects(start(noFile), /Error: RESTATE_AUTH_TOKEN_FILE names no file/);
      environment = { ...urls, RESTATE_AUTH_TOKEN_FILE: keyFile, NODE_EXTRA_CA_CERTS: certificate };
    },
    "no key goes over plain HTTP to another machine": async () => {
      const plain = { ...environment, RESTATE_INGRESS_URL: "http://restate.example:8080" };
      await assert.rejects(start(plain), /RESTATE_INGRESS_URL is not https/);
    },
    "nor to a host whose certificate nobody vouches for": async () => {
      const printed = await probe({ ...environment, NODE_EXTRA_CA_CERTS: "" });
      assert.match(printed, /^network undefined false\n.*SELF_SIGNED/m);
      showNoKey(printed);
      assert.deepEqual(gate.seen, []);
    },
    "it calls over TLS with its key": async () => {
      app = await serve(environment);
      const { status, body } = await app.ask("POST /reports?subject=tea");
      assert.deepEqual([status, body["subject"]], [200, "tea"]);
    },
    "it sends, and attaches": async () => {
      const { body: order } = await app.ask("POST /orders?subject=coffee");
      const { status, body } = await app.ask(`GET /orders/${String(order["invocationId"])}`);
      assert.deepEqual([status, body["subject"]], [200, "coffee"]);
    },
    "it cancels by the admin API": async () => {
      const { body: order } = await app.ask("POST /orders?subject=everything");
      const path = `/orders/${String(order["invocationId"])}`;
      const { body } = await app.ask(`DELETE ${path}`);
      assert.match(String(body["outcome"]), /^(?:accepted|removed)$/);
      assert.equal((await app.ask(`GET ${path}`)).status, 409);
    },
    "a browser that leaves ends the wait, silently, and not the order": async () => {
      const { body: order } = await app.ask("POST /orders?subject=everything");
      const path = `/orders/${String(order["invocationId"])}`;
      const before = app.printed();
      gate.seen.length = 0;
      const leaving = new AbortController();
      gate.next.set("arrival", () => leaving.abort());
      await assert.rejects(app.ask(`GET ${path}`, leaving.signal), /abort/);
      await until(() => gate.seen.some((request) => /attach left$/.test(request)));
      assert.equal(app.printed(), before);
      assert.equal((await app.ask(`DELETE ${path}`)).status, 200);
    },
    "no URL is its end": async () => {
      assert.equal((await app.ask("GET //")).status, 200);
    },
    "a handler's own 401 is for who asked, and no reason to run it again with another key":
      async () => {
        gate.seen.length = 0;
        gate.next.set("arrival", () => addKey());
        assert.deepEqual(await app.ask("POST /reports?subject=salaries"), {
          status: 401,
          body: { message: "Only the board may read about salaries." },
        });
        assert.deepEqual(gate.seen, ["POST /Reports/write 401"]);
      },
    "a key that was replaced between two requests is taken": async () => {
      gate.seen.length = 0;
      replaceKey();
      assert.equal((await app.ask("POST /reports?subject=tea")).status, 200);
      assert.deepEqual(gate.seen, ["POST /Reports/write 200"]);
    },
    "and one that was replaced while a request was on its way": async () => {
      gate.seen.length = 0;
      gate.next.set("arrival", () => replaceKey());
      assert.equal((await app.ask("POST /reports?subject=tea")).status, 200);
      assert.deepEqual(gate.seen, ["POST /Reports/write 401", "POST /Reports/write 200"]);
    },
    "and one that was replaced while a handler ran": async () => {
      gate.seen.length = 0;
      gate.next.set("cut", () => replaceKey());
      assert.equal((await app.ask("POST /reports?subject=tea")).status, 200);
      assert.deepEqual(gate.seen, ["POST /Reports/write cut", "POST /Reports/write 200"]);
    },
    "a key that may not manage is told from a handler's error, and from nobody's": async () => {
      replaceKey("ingress");
      assert.equal((await app.ask("POST /reports?subject=tea")).status, 200);
      assert.deepEqual(await app.ask("DELETE /orders/inv_1"), unavailable);
      assert.match(app.printed(), /Our key was refused: IngressError:/);
    },
    "a key that is refused is for an operator, whatever form that has": async () => {
      gate.keys.clear();
      gate.seen.length = 0;
      for (let form = 0; form < 4; form++) {
        assert.deepEqual(await app.ask("POST /reports?subject=tea"), unavailable);
        const printed = await probe(environment);
        assert.match(printed, /^proxy 401 true$/m);
        showNoKey(printed);
      }
      // Once for each, since no other key was there to be taken.
      assert.deepEqual(gate.seen, Array<string>(8).fill("POST /Reports/write 401"));
    },
    "no key was ever printed": async () => {
      assert.equal(app.printed().match(/Our key was refused/g)?.length, 5);
      showNoKey(app.printed());
      await app.stop();
    },
    "a Restate on this machine takes no key": async () => {
      const { ingressUrl, adminUrl } = server;
      app = await serve({ RESTATE_INGRESS_URL: ingressUrl, RESTATE_ADMIN_URL: adminUrl });
      assert.equal((await app.ask("POST /reports?subject=tea")).status, 200);
    },
  };
}

/** A call that fails at once, and everything that an error of it might be printed as. */
const failingCall = `
import { inspect } from "node:util";
import { reportsClient } from "./dist/clients/index.js";
import { connectRestate, isKeyRefused } from "./dist/restate.js";

const { ingress } = connectRestate(process.env);
const options = { retry: false, reattach: false };
await reportsClient(ingress).write({ subject: "tea" }, options).catch((error) => {
  console.log(error.source, error.status, isKeyRefused(error));
  console.log(error.message, error.stack, JSON.stringify(error));
  console.log(inspect(error, { depth: Infinity, showHidden: true }), inspect(ingress, { depth: 9 }));
});
`;

const unavailable = { status: 502, body: { message: "Try again later." } };

/** The recipe's server, as browsers have it. */
interface App extends ServingAtUrl {
  readonly ask: (route: string, signal?: AbortSignal) => Promise<ObjectAnswer>;
}

/** All that it answers is an object. */
interface ObjectAnswer extends Answer {
  readonly body: Readonly<Record<string, unknown>>;
}

async function startApp(folder: string, env: Environment): Promise<App> {
  const command = () => ["node", "dist/main.js"];
  const app = await startOnPort({ command, cwd: folder, env });
  return {
    ...app,
    ask: async (route, signal) => {
      const options = signal === undefined ? {} : { signal };
      return (await ask(app.url, route, undefined, options)) as ObjectAnswer;
    },
  };
}
