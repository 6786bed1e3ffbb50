import { JSDOM } from "jsdom";

/** What Mermaid makes of a class diagram. */
export interface Diagram {
  /** The lines in each box, by its title. */
  readonly boxes: Readonly<Record<string, readonly string[]>>;
  /** The titles of the boxes that each arrow leads from and to. */
  readonly arrows: readonly string[];
}

/** Has Mermaid read a class diagram; rejects where it cannot. */
export async function readDiagram(text: string): Promise<Diagram> {
  // Mermaid cleans texts with the means of a page.
  const { window } = new JSDOM("");
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import("mermaid");
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const { getClasses, getRelations } = db as unknown as ClassDatabase;
  const classes = getClasses.call(db);
  const titleOf = (id: string) => shown(classes.get(id)?.label ?? "");
  return {
    boxes: Object.fromEntries(
      [...classes.values()].map(({ id, annotations, methods, members }) => [
        titleOf(id),
        [
          ...annotations.map((one) => `<<${one}>>`),
          ...[...methods, ...members].map((one) => shown(one.getDisplayDetails().displayText)),
        ].map((line) => line.replace(/\) : /, ") ")),
      ]),
    ),
    arrows: getRelations.call(db).map(({ id1, id2 }) => `${titleOf(id1)} ${titleOf(id2)}`),
  };
}

/** The part of Mermaid's insides that is looked at; it has no types for them. */
interface ClassDatabase {
  readonly getClasses: () => ReadonlyMap<string, Class>;
  readonly getRelations: () => readonly { readonly id1: string; readonly id2: string }[];
}

interface Class {
  readonly id: string;
  readonly label: string;
  readonly annotations: readonly string[];
  readonly methods: readonly ClassMember[];
  readonly members: readonly ClassMember[];
}

interface ClassMember {
  readonly getDisplayDetails: () => { readonly displayText: string };
}

/** Mermaid keeps numbered characters in a form of its own until it draws. */
function shown(text: string): string {
  return text
    .replaceAll(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
}
