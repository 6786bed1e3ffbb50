/** A doc comment of the user's, without its stars. */
export interface Doc {
  /** The description; may span lines, may be empty where only tags are given. */
  readonly text: string;
  /** Block tags such as `@deprecated`, in source order. */
  readonly tags: readonly DocTag[];
}

/** One block tag of a doc comment. */
export interface DocTag {
  /** The name without `@`. */
  readonly name: string;
  /** What follows the name; may be empty. */
  readonly text: string;
}
