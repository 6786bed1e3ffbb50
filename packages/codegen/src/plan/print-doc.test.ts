import { expect, test } from "vitest";

import type { Doc } from "../model/doc.js";
import { printDoc } from "./print-doc.js";

test.each<[string, Doc | undefined, string]>([
  ["no doc", undefined, ""],
  ["a line", { text: "Greets.", tags: [] }, "/** Greets. */\n"],
  ["a tag", { text: "", tags: [{ name: "deprecated", text: "" }] }, "/** @deprecated */\n"],
  ["lines", { text: "One.\n\nTwo.", tags: [] }, "/**\n * One.\n *\n * Two.\n */\n"],
  [
    "both",
    { text: "Greets.", tags: [{ name: "see", text: "there" }] },
    "/**\n * Greets.\n *\n * @see there\n */\n",
  ],
  [
    "a trap",
    { text: "a */ export const b = 1; /* c", tags: [] },
    "/** a *\\/ export const b = 1; /* c */\n",
  ],
  ["line ends of Windows", { text: "a\r\nb", tags: [] }, "/**\n * a\n * b\n */\n"],
])("%s", (_name, doc, expected) => {
  expect(printDoc(doc)).toBe(expected);
});
