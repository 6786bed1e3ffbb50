/** Gives a text a style of the terminal's. */
export type Paint = (text: string, style: keyof typeof styles) => string;

/** Paints where there are colours, and leaves texts as they are where not. */
export function createPaint(color: boolean): Paint {
  return color
    ? (text, style) => {
        const [open, close] = styles[style];
        return `\u001B[${String(open)}m${text}\u001B[${String(close)}m`;
      }
    : (text) => text;
}

/** What starts a style, and what ends it. */
const styles = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  cyan: [36, 39],
} as const;
