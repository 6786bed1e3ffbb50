import { Project, ts } from "ts-morph";
import { expect, test } from "vitest";

import { findExcuses } from "./find-excuses.js";

/** The code, reason, column of the code and excused line of each excuse in a file. */
function excusesIn(text: string): readonly string[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { jsx: ts.JsxEmit.Preserve },
  });
  const file = project.createSourceFile("/src/a.tsx", text);
  return findExcuses([file], "/").map(
    ({ code, reason, range, line }) =>
      `${String(range.line)}:${String(range.column)} ${code} on ${String(line)}: ${reason}`,
  );
}

test.each([
  [
    "alone on its line, for the next",
    "// restate-codegen-allow RC206: by hand\nlet a: any;\nlet b: any;",
    ["1:26 RC206 on 2: by hand"],
  ],
  [
    "behind code, for its own line",
    "let a: any; // restate-codegen-allow RC206: by hand\nlet b: any;",
    ["1:38 RC206 on 1: by hand"],
  ],
  [
    "with blank lines and other comments before the code",
    "// restate-codegen-allow RC206: by hand,\n// see there\n\n/* and */\nlet a: any;",
    ["1:26 RC206 on 5: by hand,"],
  ],
  [
    "in a block, with a reason of two lines",
    "/*\n * restate-codegen-allow RC206: by\n *   hand\n */\nlet a: any;",
    ["2:26 RC206 on 5: by hand"],
  ],
  [
    "in a block before the code of its line",
    "/* restate-codegen-allow RC206: by hand */ let a: any;",
    ["1:26 RC206 on 1: by hand"],
  ],
  [
    "in a doc comment",
    "interface A {\n  /** An a. restate-codegen-allow RC206: by hand */\n  a: any;\n}",
    ["2:35 RC206 on 3: by hand"],
  ],
  [
    "for several codes",
    "// restate-codegen-allow RC206, RC209: by hand\nlet a: any;",
    ["1:26 RC206 on 2: by hand", "1:33 RC209 on 2: by hand"],
  ],
  [
    "twice in one comment",
    "/* restate-codegen-allow RC206: by hand\n   restate-codegen-allow RC209: a string */\nlet a: any;",
    ["1:26 RC206 on 3: by hand", "2:26 RC209 on 3: a string"],
  ],
  [
    "one above the other",
    "// restate-codegen-allow RC206: by hand\n// restate-codegen-allow RC209: a string\nlet a: any;",
    ["1:26 RC206 on 3: by hand", "2:26 RC209 on 3: a string"],
  ],
  [
    "with a colon in the reason",
    "// restate-codegen-allow RC206: a: b\nlet a;",
    ["1:26 RC206 on 2: a: b"],
  ],
  ["without a reason", "// restate-codegen-allow RC206\nlet a;", ["1:26 RC206 on 2: "]],
  ["without a colon", "// restate-codegen-allow RC206 by hand\nlet a;", ["1:26 RC206 on 2: "]],
  ["without a code", "// restate-codegen-allow: by hand\nlet a;", ["1:4  on 2: by hand"]],
  [
    "with something else for a code",
    "// restate-codegen-allow any: by hand\nlet a;",
    ["1:26 any on 2: by hand"],
  ],
  [
    "between the tags of JSX",
    "const a = (\n  <p>\n    {/* restate-codegen-allow RC206: by hand */}\n    <b c={(d: any) => d} />\n  </p>\n);",
    ["3:31 RC206 on 4: by hand"],
  ],
  [
    "at the end of the file",
    "let a: any;\n// restate-codegen-allow RC206: by hand",
    ["2:26 RC206 on 2: by hand"],
  ],
  ["but not in a string", 'let a = "// restate-codegen-allow RC206: by hand";', []],
  ["nor in a template", "let a = `\n// restate-codegen-allow RC206: by hand\n${1}`;", []],
  ["nor in the text of JSX", "const a = <p>// restate-codegen-allow RC206: by hand</p>;", []],
  ["nor in a regular expression", "let a = /\\/\\/ restate-codegen-allow RC206: a/;", []],
])("an excuse is found %s", (_where, text, expected) => {
  expect(excusesIn(text)).toEqual(expected);
});
