import { definitionName } from "./definition-name.js";
import type { FoundDefinition } from "./find-definitions.js";

/**
 * Keeps one of what was found several times, in the order of files and positions. What makes a definition comes before
 * the contract that it implements, and both before a mere mention of its name; two that are made apart stay two.
 */
export function keepOnce(found: readonly FoundDefinition[]): readonly FoundDefinition[] {
  const kept: NamedDefinition[] = [];
  for (const one of [...found].sort((a, b) => rank(a) - rank(b))) {
    const named = { one, name: definitionName(one).text };
    if (!kept.some((earlier) => isSame(earlier, named))) {
      kept.push(named);
    }
  }
  return kept.map(({ one }) => one).sort(byPosition);
}

interface NamedDefinition {
  readonly one: FoundDefinition;
  readonly name: string | undefined;
}

function rank({ making, isMention }: FoundDefinition): number {
  if (isMention) {
    return 2;
  }
  return making?.style === "contract" ? 1 : 0;
}

function isSame(earlier: NamedDefinition, later: NamedDefinition): boolean {
  const isMadeThere = earlier.one.making?.call === later.one.making?.call;
  if (later.name === undefined) {
    return later.one.isMention && isMadeThere;
  }
  const isOneMade =
    isMadeThere || (!makesAnother(later.one) && rank(earlier.one) < rank(later.one));
  return earlier.name === later.name && isOneMade;
}

/** A mention of something that is made by a call of its own, which the earlier one knows nothing of. */
function makesAnother({ making, isMention }: FoundDefinition): boolean {
  return isMention && making !== undefined && making.style !== "contract";
}

function byPosition(a: FoundDefinition, b: FoundDefinition): number {
  const [one, other] = [a, b].map(({ making, node }) => making?.call ?? node);
  if (!one || !other) {
    return 0;
  }
  const [file, otherFile] = [one, other].map((node) => node.getSourceFile().getFilePath());
  return file === otherFile
    ? one.getPos() - other.getPos()
    : String(file) < String(otherFile)
      ? -1
      : 1;
}
