/** How learned numbers are kept in JSON: names a line each, numbers as base64 of single bytes. */

/** Each line with its place. */
export function numbered(lines: string): Map<string, number> {
  return new Map(lines.split("\n").map((line, at) => [line, at]));
}

export function bytesIn(base64: string): Int8Array {
  const { buffer, byteOffset, length } = Buffer.from(base64, "base64");
  return new Int8Array(buffer, byteOffset, length);
}

export function base64Of(bytes: Int8Array): string {
  return Buffer.from(bytes.buffer).toString("base64");
}
