import { Node, ts, type SourceFile } from "ts-morph";

import { diagnose } from "../diagnostics/diagnose.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { messages } from "../diagnostics/messages.js";
import { findProperty, propertyValue } from "./find-value.js";
import { readSerde } from "./read-serde.js";
import type { Sdk } from "./sdk.js";
import { sourceRange } from "./source-range.js";
import { descendants, wrapped } from "./walk.js";

/** Finds the serdes that an endpoint gives to all that it serves: no definition shows which endpoint serves it. */
export function findEndpointSerdes(
  files: readonly SourceFile[],
  { sdk, cwd }: { readonly sdk: Sdk; readonly cwd: string },
): readonly Diagnostic[] {
  return files
    .filter((file) => !file.isInNodeModules() && file.getFullText().includes(optionName))
    .flatMap((file) => {
      const names = descendants(file.compilerNode, isOptionName);
      return names.map((name) => wrapped(name, file).getParentOrThrow());
    })
    .flatMap((holder) => {
      const options = optionsIn(holder);
      const serde = options && findProperty(options, "serde");
      return serde && readSerde(serde, sdk).kind !== "json" ? [serde] : [];
    })
    .map((serde) =>
      diagnose(messages.serdeOfEndpoint(), { range: sourceRange(serde.compilerNode, cwd) }),
    );
}

const optionName = "defaultServiceOptions";

function isOptionName(node: ts.Node): node is ts.Identifier {
  return ts.isIdentifier(node) && node.text === optionName;
}

/** The options: of `{ defaultServiceOptions: … }`, or of `endpoint().defaultServiceOptions(…)`. */
function optionsIn(holder: Node): Node | undefined {
  const call = holder.getParent();
  return Node.isPropertyAccessExpression(holder) && Node.isCallExpression(call)
    ? call.getArguments()[0]
    : propertyValue(holder);
}
