import ts from "typescript";
import { lineOf, nodesOf, type SourceFile } from "./source-code.ts";

/** Where one of these packages is imported. */
export function packageUses(imports: SourceFile["imports"], names: readonly string[]): string[] {
  return imports.flatMap(({ specifier, line }) =>
    names.includes(specifier) ? [`${line}: ${specifier}`] : [],
  );
}

/** Where such a node stands. */
export function uses({ tree }: SourceFile, isUse: (node: ts.Node) => boolean): string[] {
  return nodesOf(tree)
    .filter(isUse)
    .map((node) => `${lineOf(tree, node)}: ${node.getText(tree).split("\n")[0]}`);
}

/** `Date.now()`, `new Date()` and their like; a date made of a given time is not one. */
export function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === "Date" && !node.arguments?.length;
  return (
    ts.isCallExpression(node) &&
    /^(?:Date|Date\.now|performance\.now|process\.hrtime(?:\.bigint)?)$/.test(node.expression.getText())
  );
}

/** Any way of exporting without a name. */
export function exportsDefault(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

/** `any` and the exclamation mark that claims a value is there. */
export function overrulesCompiler(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node);
}

/** Comments that switch the compiler off. */
export function overrulingComments({ tree }: SourceFile): string[] {
  const found = tree.text
    .split("\n")
    .flatMap((line, at) =>
      /^\s*(?:\/\/|\/\*)\s*@ts-(?:ignore|expect-error|nocheck)/.test(line)
        ? [`${at + 1}: ${line.trim()}`]
        : [],
    );
  return found;
}

/** Rings of files that load each other; imports of types alone do not load anything. */
export function circlesAmong(files: readonly SourceFile[]): string[] {
  const imports = new Map(
    files.map((file) => [
      file.path,
      file.imports.flatMap(({ path, typeOnly }) => (path && !typeOnly ? [path] : [])),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]) => {
    const start = way.indexOf(path);
    if (start >= 0) circles.push([...way.slice(start), path].join(" → "));
    if (start >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return circles;
}
