import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes of an application what Nest 12 begins with: ES modules, and vitest in place of jest. */
export function moveToNest12(app: string): void {
  edit(join(app, "package.json"), (manifest) =>
    manifest
      .replace('"private": true', '"private": true, "type": "module"')
      .replace('"test": "jest"', '"test": "vitest run --globals"')
      .replace('"jest": "^30.0.0"', '"vitest": "^4.1.0"')
      .replaceAll(/("@nestjs\/\S+": )".*?"/g, '$1"^12.0.0"'),
  );
  const sources = readdirSync(join(app, "src"), { recursive: true, encoding: "utf8" });
  for (const path of sources.filter((one) => one.endsWith(".ts") && !one.startsWith("clients"))) {
    edit(join(app, "src", path), (source) =>
      source
        .replaceAll(/ from '(\..*?)'/g, " from '$1.js'")
        .replaceAll("/clients.js'", "/clients/index.js'")
        .replaceAll("jest.fn", "vi.fn"),
    );
  }
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
