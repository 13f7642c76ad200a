/** A JSON string or a JSON number, whole. */
const stringOrNumber = /"(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Long enough to lose digits in a JavaScript number. */
const longWhole = /^-?\d{16,}$/;

/**
 * Parses JSON but keeps whole numbers of 16 digits and more as text: the platform's ids exceed 2^53.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJsonKeepingIds(text: string): unknown {
  return JSON.parse(text.replace(stringOrNumber, (part) => (longWhole.test(part) ? `"${part}"` : part)));
}
