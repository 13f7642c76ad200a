/** A plain table: the first column to the left, numbers to the right, as wide as it needs to be. */
export function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_head, column) =>
    Math.max(...lines.map((line) => [...(line[column] ?? "")].length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => {
          const blank = " ".repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
          return column === 0 ? cell + blank : blank + cell;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
