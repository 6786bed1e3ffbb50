import type { DefinitionOverview, HandlerOverview, TypeOverview } from "../index.js";

/**
 * Prints definitions and the types they speak of as a class diagram of Mermaid, which GitHub draws where it stands in
 * a block of that name.
 */
export function printDiagram(overviews: readonly DefinitionOverview[]): string {
  const idOf = createIds();
  const boxes = new Map<string, readonly string[]>();
  const arrows = new Set<string>();
  for (const overview of overviews) {
    const typeIds = new Map(overview.types.map((one) => [one.name, idOf("type", one)]));
    const own = idOf("definition", overview);
    boxes.set(own, printBox(own, overview.name, definitionLines(overview)));
    const point = (from: string, arrow: string, mentions: readonly string[]) => {
      for (const name of mentions) {
        arrows.add(`  ${from} ${arrow} ${typeIds.get(name) ?? ""}`);
      }
    };
    point(
      own,
      "..>",
      overview.handlers.flatMap((one) => one.mentions),
    );
    for (const type of overview.types) {
      const id = typeIds.get(type.name) ?? "";
      boxes.set(id, printBox(id, type.name, type.parts.map(escape)));
      point(id, "-->", type.mentions);
    }
  }
  return ["classDiagram", ...[...boxes.values()].flat(), ...arrows]
    .map((one) => `${one}\n`)
    .join("");
}

/** Names boxes so that two types of one name are two, and one that several definitions mention is one. */
function createIds() {
  const known = new Map<string, string>();
  return (prefix: string, { name, place }: Pick<TypeOverview, "name" | "place">): string => {
    const key = JSON.stringify([prefix, name, place]);
    // Behind a prefix no name is a word of Mermaid's.
    const plain = `${prefix}_${name.replaceAll(/\W/g, "_")}`;
    let id = plain;
    for (let number = 2; [...known.values()].includes(id); number += 1) {
      id = `${plain}_${String(number)}`;
    }
    known.set(key, known.get(key) ?? id);
    return known.get(key) ?? id;
  };
}

function definitionLines({ traits, handlers }: DefinitionOverview): readonly string[] {
  return [`<<${traits.join(", ")}>>`, ...handlers.map(printHandler)];
}

function printHandler({ name, input = "", output = "" }: HandlerOverview): string {
  return `${escape(name)}(${escape(input)}) ${escape(output)}`.trimEnd();
}

function printBox(id: string, label: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0
    ? [`  class ${id}["${escape(label)}"]`]
    : [`  class ${id}["${escape(label)}"] {`, ...lines.map((line) => `    ${line}`), "  }"];
}

/** Whatever could mean something to Mermaid is written as its number. */
function escape(text: string): string {
  return text.replaceAll(
    /[^\p{L}\p{N}_ .,:?|[\]]/gu,
    (character) => `#${String(character.codePointAt(0))};`,
  );
}
