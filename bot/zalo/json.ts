/** A JSON string, or a whole number long enough to lose digits in a JavaScript number. */
const stringOrLongNumber = /"(?:\\.|[^"\\])*"|-?\d{16,}(?![\d.eE])/g;

/**
 * Parses JSON but keeps whole numbers of 16 digits and more as text: the platform's ids exceed 2^53.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJsonKeepingIds(text: string): unknown {
  return JSON.parse(text.replace(stringOrLongNumber, (part) => (part.startsWith('"') ? part : `"${part}"`)));
}
