import type { Config } from "../config/options.js";

/** Prints a config file that says what is known; what is JavaScript in it needs the generator to be installed. */
export function printConfig(config: Config, format: "ts" | "mjs" | "json"): string {
  if (format === "json") {
    const $schema = "./node_modules/restate-codegen/config.schema.json";
    return `${JSON.stringify({ $schema, ...config }, undefined, 2)}\n`;
  }
  const { targets, ...options } = config;
  const lines = targets
    ? ["  targets: [", ...targets.map((one) => `    { ${printPairs(one).join(", ")} },`), "  ],"]
    : printPairs(options).map((pair) => `  ${pair},`);
  return [
    'import { defineConfig } from "restate-codegen";',
    "",
    "export default defineConfig({",
    ...lines,
    "});",
    "",
  ].join("\n");
}

function printPairs(options: object): readonly string[] {
  return Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
}
