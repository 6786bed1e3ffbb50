/** Compiles if the two types are one. */
export function same<A, B>(_equal: Equal<A, B>): void {
  // Only the types count.
}

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
