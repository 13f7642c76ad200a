import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

/** One of our source files, parsed. Paths are relative to the project, with `/`. */
export interface SourceFile {
  readonly path: string;
  /** `bot/answer/match/rank.ts` → `answer`; a file directly in `bot` is a folder of its own, `app`. */
  readonly folder: string;
  readonly lines: number;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path of the file meant, for one of our own; undefined for a package. */
  readonly path?: string;
  /** Only types are taken, so nothing is loaded when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** Reads and parses every TypeScript file under the given folders. */
export function readSource(...roots: readonly string[]): SourceFile[] {
  return roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((name) => join(root, name).replaceAll("\\", "/"))
      .filter((path) => /\.[cm]?tsx?$/.test(path))
      .sort()
      .map((path) => sourceFile(path, readFileSync(path, "utf8"))),
  );
}

/** Parses one file; types are not looked at. */
export function sourceFile(path: string, text: string): SourceFile {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const [, folder = ""] = path.split("/");
  return {
    path,
    folder: folder.replace(/\.tsx?$/, ""),
    lines: text.split("\n").length - 1,
    tree,
    imports: importsOf(path, tree),
  };
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  return nodesOf(tree).flatMap((node) => {
    const name = specifierOf(node);
    if (!name) return [];
    const specifier = name.text;
    const own = specifier.startsWith(".")
      ? normalize(join(dirname(path), specifier)).replaceAll("\\", "/")
      : undefined;
    return [{ specifier, line: lineOf(tree, name), typeOnly: isTypeOnly(node), ...(own && { path: own }) }];
  });
}

function specifierOf(node: ts.Node): ts.StringLiteral | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
    return ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier : undefined;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return ts.isStringLiteral(node.argument.literal) ? node.argument.literal : undefined;
  }
  const [argument] = ts.isCallExpression(node) ? node.arguments : [];
  const loads =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require");
  return loads && argument && ts.isStringLiteral(argument) ? argument : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { isTypeOnly: all, name, namedBindings } = node.importClause;
  const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
  return all || (!name && named.length > 0 && named.every((one) => one.isTypeOnly));
}

/** A node and everything inside it, in order of the text. */
export function nodesOf(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

/** Line of a node's first letter, from 1. */
export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

export interface FunctionSize {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  /** Places where the way through it forks, those of functions inside it aside. */
  readonly branches: number;
}

const forks: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CatchClause,
]);

/** Every function of a file, methods and arrow functions included. */
export function functionsOf({ tree }: SourceFile): FunctionSize[] {
  return nodesOf(tree)
    .filter((node) => ts.isFunctionLike(node) && "body" in node && node.body !== undefined)
    .map((node) => {
      const line = lineOf(tree, node);
      const last = tree.getLineAndCharacterOfPosition(node.end).line + 1;
      return { name: nameOf(node), line, lines: last - line + 1, branches: branchesOf(node) };
    });
}

function branchesOf(root: ts.Node): number {
  let count = 0;
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node)) return;
    if (forks.has(node.kind) && !isSharedCase(node)) count += 1;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(root, visit);
  return count;
}

/** `case "a":` directly above another case is the same way. */
function isSharedCase(node: ts.Node): boolean {
  return ts.isCaseClause(node) && node.statements.length === 0;
}

function nameOf(node: ts.Node): string {
  const named = "name" in node ? node : node.parent;
  const name = "name" in named ? (named.name as ts.Node | undefined) : undefined;
  return name?.getText() ?? "(function)";
}
