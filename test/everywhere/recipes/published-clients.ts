import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { codeBlocks } from "../../readme/code-blocks.js";
import { root } from "../../tasks/workspace.mjs";
import { editFile } from "../edit-file.js";
import { npmIn } from "../npm-in.js";
import { runCommand } from "../run-command.js";
import type { Steps } from "../run-steps.js";
import { serveServices } from "../serve-services.js";
import type { Place, Recipe } from "./recipe.js";

/** Clients as a package: what the team with the services does, and what a team does that calls them. */
export const publishedClients: Recipe = {
  folder: "published-clients",
  follow: followPublishedClients,
};

function followPublishedClients({ folder, server, endWith }: Place): Steps {
  const consumer = join(folder, "consumer");
  const clients = join(folder, "shop-clients");
  const services = join(folder, "restate/cart.ts");
  const env = { RESTATE_INGRESS_URL: server.ingressUrl };
  const [npm, npmOfConsumer] = [npmIn(folder), npmIn(consumer, env)] as const;
  const serve = async () =>
    endWith((await serveServices(join(folder, "restate/services.ts"), server.adminUrl)).close);
  const install = (version: string) => npmOfConsumer(`install ../acme-shop-clients-${version}.tgz`);
  const release = async (step: "minor" | "major") => {
    await npm("run generate");
    await npmIn(clients)(`version ${step} --no-git-tag-version`);
    await npm("pack ./shop-clients");
    await serve();
  };
  return {
    "the clients are packed as they were generated, without the contract": async () => {
      await npm("install");
      await serve();
      await npm("pack ./shop-clients");
      const packed = await runCommand(["tar", "tf", "acme-shop-clients-1.0.0.tgz"], folder);
      assert.deepEqual(packed.trim().split("\n").sort(), filesOfPackage);
    },
    "their package is right for each way to resolve it": () => checkPackage(folder),
    "another project installs them, without the SDK, a schema library or the services":
      async () => {
        await install("1.0.0");
        assert.deepEqual(packagesIn(consumer), [
          "@acme/shop-clients",
          "@restate-codegen/runtime",
          ...["@types/node", "esbuild", "typescript", "undici-types"],
        ]);
      },
    "it compiles at its strictest": async () => {
      await npmOfConsumer("run build");
    },
    "it calls them as an ES module": async () => {
      assert.match(await npmOfConsumer("start"), /^1 × tea, delivered on /m);
    },
    "it calls them from CommonJS": async () => {
      assert.match(await npmOfConsumer("run report"), /^1 × tea$/m);
    },
    "a page's bundle has the client that it calls and no other, and calls it": async () => {
      const text = readFileSync(join(consumer, "dist/badge.js"), "utf8");
      assert.match(text, /"Cart"/);
      assert.doesNotMatch(text, /"Order"|\bimport\b|\brequire\b|\bprocess\b/);
      const url = `data:text/javascript,${encodeURIComponent(text)}`;
      const badge = (await import(url)) as Badge;
      assert.equal(await badge.countOfCart(server.ingressUrl, "mary"), 1);
    },
    "clients that a service has left behind are not packed": async () => {
      editFile(services, { "sku: z.string(),": "sku: z.string(), note: z.string().optional()," });
      await assert.rejects(npm("pack ./shop-clients"), /The services changed/);
    },
    "a service that takes more breaks no caller, neither before its update nor after": async () => {
      await release("minor");
      assert.match(await npmOfConsumer("start"), /^1 × tea/m);
      await install("1.1.0");
      await npmOfConsumer("run build");
      assert.match(await npmOfConsumer("run report"), /^1 × tea,1 × tea$/m);
    },
    "a service that asks for more refuses callers that do not know": async () => {
      editFile(services, { "note: z.string().optional(),": "note: z.string()," });
      await release("major");
      await assert.rejects(npmOfConsumer("start"), ({ message }: Error) => {
        assert.match(message, /source: 'invocation'/);
        assert.match(message, /code: 400/);
        return true;
      });
    },
    "and its clients break the callers that have to change, and say where": async () => {
      await install("2.0.0");
      const readme = readFileSync(join(folder, "README.md"), "utf8");
      const shown = codeBlocks(readme).find(({ language }) => language === "console");
      await assert.rejects(npmOfConsumer("run build"), ({ message }: Error) => {
        assert.ok(shown && message.includes(shown.text), message);
        assert.equal(message.match(/error TS/g)?.length, 1);
        return true;
      });
    },
  };
}

/** What the consumer's `badge.ts` exports. */
interface Badge {
  readonly countOfCart: (url: string, customer: string) => Promise<number>;
}

const filesOfPackage = [
  ...["README.md", "package.json", "cjs/package.json"],
  ...["cjs", "esm"].flatMap((format) =>
    ["cart", "index", "order", "types"].flatMap((name) => [
      `${format}/${name}.d.ts`,
      `${format}/${name}.js`,
    ]),
  ),
]
  .map((file) => `package/${file}`)
  .sort();

/** With the same programs as our own packages, which are installed at the top of this repository. */
async function checkPackage(folder: string): Promise<void> {
  const tarball = join(folder, "acme-shop-clients-1.0.0.tgz");
  const attw = ["npx", "--no", "attw", tarball];
  await runCommand(["npx", "--no", "publint", "run", tarball, "--strict"], root);
  await runCommand([...attw, "--profile", "strict"], root);
  const modules = ["--include-entrypoints", "./cart", "./order"];
  await runCommand([...attw, "--profile", "node16", ...modules], root);
}

/** All that is installed, however deep, but for the binaries of esbuild. */
function packagesIn(project: string): readonly string[] {
  const modules = join(project, "node_modules");
  return readdirSync(modules, { recursive: true, encoding: "utf8" })
    .map((path) => /^(?:.*node_modules\/)?((?:@[^/]+\/)?[^/@]+)\/package\.json$/.exec(path)?.[1])
    .filter((name) => name !== undefined)
    .filter((name) => !name.startsWith("@esbuild/"))
    .sort();
}
