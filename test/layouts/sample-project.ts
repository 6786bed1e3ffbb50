import { tsconfig } from "../cli/project.js";

/** A project whose every text with more than one line could bring its line ends into the clients. */
export const sampleProject: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "sample", "type": "module" }\n',
  "tsconfig.json": `${tsconfig}\n`,
  "src/parcel.ts": `/**
 * What is sent.
 * It has a second line.
 *
 * @example
 * \`\`\`ts
 * const parcel = { id: "1" };
 * \`\`\`
 */
export interface Parcel {
  /**
   * Given by whoever sends it,
   * and never changed.
   */
  id: string;
  sizes: readonly [width: number, height: number];
  state: State;
  label: typeof greeting;
  sign: \`\${"a" | "b"}
next\`;
}

export enum State {
  Sent = "sent",
  Lost = "lost",
}

export const greeting = \`Dear
reader\` as const;
`,
  "src/post.ts": `import * as restate from "@restatedev/restate-sdk";
import { z } from "zod";
import type { Parcel } from "./parcel.js";

const Address = z.object({
  street: z.string().describe(\`Where it is,
and which number.\`),
});

/**
 * A post office.
 * Its key is the town.
 */
export const post = restate.object({
  name: "Post",
  description: \`Not
shown\`,
  handlers: {
    /**
     * Sends a parcel.
     *
     * @deprecated Use
     * \`hand\` instead.
     */
    send: async (_ctx: restate.ObjectContext, parcel: Parcel): Promise<Parcel[]> => [parcel],
    move: restate.handlers.object.exclusive(
      { input: restate.serde.schema(Address), description: \`Moves
it.\` },
      async (_ctx: restate.ObjectContext, _to: z.output<typeof Address>) => "moved" as const,
    ),
    // restate-codegen-allow RC206: whoever asks
    // knows what to expect
    ask: async (_ctx: restate.ObjectContext): Promise<any> => 1,
  },
});
`,
};
