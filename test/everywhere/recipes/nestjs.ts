import assert from "node:assert/strict";
import { join } from "node:path";

import { withEdits } from "../edit-file.js";
import { npmIn } from "../npm-in.js";
import { runCommand } from "../run-command.js";
import type { Steps } from "../run-steps.js";
import { serveServices } from "../serve-services.js";
import { startOnPort, type ServingAtUrl } from "../start-on-port.js";
import { until } from "../until.js";
import { ask as send, type Answer } from "./ask.js";
import { gateBefore, type Gate } from "./gate.js";
import { moveToNest12 } from "./nestjs/move-to-nest-12.js";
import type { Place, Recipe } from "./recipe.js";

/** An application of Nest 11, the last that begins with jest. */
export const nestjs: Recipe = {
  folder: "nestjs",
  remark: "with Nest 11 and 12",
  follow: (place) => ({ ...develop(place), ...use(place), ...renew(place) }),
};

/** What developers do, and how they learn of mistakes. */
function develop({ folder }: Place): Steps {
  const npm = npmIn(folder);
  const passTests = async () => assert.match(await npm("test"), /Tests: +3 passed, 3 total/);
  return {
    "it can be installed": async () => {
      await npm("install");
    },
    "its tests pass": passTests,
    "its end-to-end tests pass": async () => {
      assert.match(await npm("run test:e2e"), /Tests: +4 passed, 4 total/);
    },
    "a mistake in a controller fails a test": async () => {
      const controller = join(folder, "src/carts/carts.controller.ts");
      await withEdits(controller, { "add(line, { idempotencyKey })": "add(line)" }, () =>
        assert.rejects(npm("test"), /● CartsController › adds once .*Tests: +1 failed/s),
      );
    },
    "it compiles and passes by TypeScript's older rules for packages": async () => {
      const edits = {
        '"module": "nodenext"': '"module": "commonjs"',
        '"moduleResolution": "nodenext"': '"moduleResolution": "node"',
        '"resolvePackageJsonExports": true,': "",
      };
      await withEdits(join(folder, "tsconfig.json"), edits, async () => {
        await runCommand(["npx", "tsc", "--noEmit"], folder);
        await passTests();
      });
    },
    "what calls a service that has changed does not build": async () => {
      const edits = { "interface Reminder {": "interface Reminder {\n  language: string;" };
      await withEdits(join(folder, "restate/services.ts"), edits, async () => {
        await npm("run generate");
        await assert.rejects(npm("run build"), /carts\.controller\.ts.* TS2345: /);
      });
      await npm("run generate");
    },
    "it builds": async () => {
      await npm("run build");
    },
  };
}

/** What callers of the application see, on a real server. */
function use(place: Place): Steps {
  const { folder, server, endWith } = place;
  const tea = { sku: "tea", quantity: 2 };
  const receipt = { customer: "Mary", card: "1234" };
  let app: ServingAtUrl;
  let gate: Gate;
  let ask: (route: string, body?: object, headers?: HeadersInit) => Promise<Answer>;
  const order = async (id: string) => {
    assert.equal((await ask(`PUT /orders/${id}`, { customer: "Mary" })).status, 202);
  };
  return {
    "it starts, and knows whether Restate is there": async () => {
      endWith((await serveServices(join(folder, "restate/services.ts"), server.adminUrl)).close);
      gate = await gateBefore(server.ingressUrl);
      endWith(gate.close);
      app = await startApp(place, gate.url);
      ask = (route, body, headers = {}) => send(app.url, route, body, { headers });
      assert.match(JSON.stringify(await ask("GET /health")), /"services":\[.*"Cart"/);
    },
    "it calls": async () => {
      assert.deepEqual(await ask("POST /carts/Mary/lines", tea), { status: 201, body: [tea] });
    },
    "a request that is sent again by its idempotency key counts once": async () => {
      const again = () => ask("POST /carts/Ada/lines", tea, { "idempotency-key": "a" });
      assert.deepEqual(await again(), { status: 201, body: [tea] });
      assert.deepEqual(await again(), { status: 201, body: [tea] });
      const { body } = await ask("POST /carts/Ada/lines", tea);
      assert.deepEqual(body, [tea, tea]);
    },
    "it sends for later, once": async () => {
      const sent = await ask("POST /carts/Mary/reminder");
      assert.equal(sent.status, 202);
      assert.match(JSON.stringify(sent.body), /"service":"Mailer".*"invocationId":"inv_/);
      assert.deepEqual(await ask("POST /carts/Mary/reminder"), sent);
    },
    "what a handler fails with is the answer": async () => {
      const message = "There is no unobtainium";
      const answer = await ask("POST /carts/Mary/lines", { ...tea, sku: "unobtainium" });
      assert.deepEqual(answer, { status: 409, body: { statusCode: 409, message } });
    },
    "what a handler does not take is refused": async () => {
      const { status } = await ask("POST /carts/Mary/lines", { ...tea, quantity: 0 });
      assert.equal(status, 400);
    },
    "it submits a workflow, and waits for it": async () => {
      assert.equal((await ask("GET /orders/1/receipt")).status, 404);
      await order("1");
      const [paid] = await Promise.all([
        ask("GET /orders/1/receipt"),
        ask("POST /orders/1/payment", { card: "1234" }),
      ]);
      assert.deepEqual(paid, { status: 200, body: receipt });
    },
    "a caller that leaves ends the wait, silently, and not the order": async () => {
      const before = app.printed();
      await order("4");
      const leaving = new AbortController();
      const wait = fetch(`${app.url}/orders/4/receipt`, { signal: leaving.signal });
      await until(() => gate.waiting().length === 1);
      leaving.abort();
      await assert.rejects(wait, /abort/);
      await until(() => gate.waiting().length === 0);
      assert.equal(app.printed(), before);
      await ask("POST /orders/4/payment", { card: "1234" });
      assert.deepEqual(await ask("GET /orders/4/receipt"), { status: 200, body: receipt });
    },
    "asked to end, it answers whom it still can, and ends": async () => {
      await order("2");
      await order("3");
      const leave = async () => {
        // A round trip later, both are waiting.
        await ask("GET /health");
        await Promise.all([app.stop(), send(server.ingressUrl, "POST /Order/2/pay", "1234")]);
      };
      const [paid, unpaid] = await Promise.all([
        ask("GET /orders/2/receipt"),
        ask("GET /orders/3/receipt"),
        leave(),
      ]);
      assert.deepEqual(paid, { status: 200, body: receipt });
      assert.equal(unpaid.status, 503);
    },
  };
}

/** What becomes of the same sources with the next Nest. */
function renew(place: Place): Steps {
  const { folder } = place;
  const npm = npmIn(folder);
  return {
    "with Nest 12, its ES modules and vitest, it passes its tests, builds and runs": async () => {
      moveToNest12(folder);
      await npm("install");
      assert.match(await npm("ls @nestjs/core"), /@nestjs\/core@12\./);
      await npm("run generate");
      assert.match(await npm("test"), /3 passed.*\(3\)/);
      await npm("run build");
      const app = await startApp(place);
      await app.stop();
    },
  };
}

/** Starts what was built, and resolves once it has found the server. */
async function startApp(
  { folder, server, endWith }: Place,
  ingressUrl = server.ingressUrl,
): Promise<ServingAtUrl> {
  const app = await startOnPort({
    command: () => [process.execPath, "dist/main.js"],
    cwd: folder,
    env: { RESTATE_INGRESS_URL: ingressUrl },
    path: "/health",
  });
  endWith(app.stop);
  return app;
}
