import { join } from "node:path";
import { makeFolder, read } from "../cli/project.js";
import { placeWorkspace, type Layout } from "./place-workspace.js";
import { workspaceFiles } from "./workspace-files.js";

/** Makes the workspace in a folder with the given name, which may be a path, and returns where it is. */
export function makeWorkspace(
  name: string,
  layout: Layout = "hoisted",
  files: Readonly<Record<string, string>> = workspaceFiles,
): string {
  const workspace = join(makeFolder({}), name);
  placeWorkspace(workspace, layout, files);
  return workspace;
}

/** The clients of the package with the services. */
export function clientsIn(workspace: string): Readonly<Record<string, string>> {
  const names = ["contract.json", "index.ts", "prices.ts"];
  return Object.fromEntries(
    names.map((name) => [name, read(workspace, `packages/api/src/clients/${name}`)]),
  );
}
