import fc from "fast-check";

/** What means something to a URL, a header or a path. */
const marks = [..."./%?#&+\\:;@=~*'\"<>|^` \t\r\n\0éÿ茶🫖\u2028", "..", "%2F", "%2e", "//", "send"];

/** One UTF-16 unit, which may be half of a character. */
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** Texts that somebody might take apart: mostly marks, and some of everything else. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...marks), { maxLength: 6 }).map((all) => all.join("")),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ minLength: 200, maxLength: 400 }) },
);

/** Texts of printable ASCII, with blanks anywhere. */
export const asciiText: fc.Arbitrary<string> = fc.string({ unit: "grapheme-ascii", maxLength: 20 });
