import { type Word, wordsOf } from "./words.ts";

/** Tells whether a word as typed may be the word of an expression; both are the same without marks. */
export type Agreement = (typed: Word, key: string) => boolean;

/** A typed mark must agree with the expression's, so that `mát` is no `mất`; a word typed without marks agrees with any. */
export const marksAgree: Agreement = (typed, key) => !typed.marked || typed.key === key;

/** Expressions that share their first words share the way to them. */
interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  readonly ends: { readonly keys: readonly string[]; readonly value: Value }[];
}

/** Known runs of words, each standing for a value. */
export interface Expressions<Value> {
  /** Calls back for every expression that the words hold from `start` on, shorter ones first. */
  from(words: readonly Word[], start: number, found: (value: Value, length: number) => void): void;
  /** Values, each once, of the expressions that the words are from first to last. */
  whole(words: readonly Word[]): Value[];
}

export function createExpressions<Value>(
  expressions: Iterable<readonly [string, Value]>,
  agree: Agreement = marksAgree,
): Expressions<Value> {
  const root: Node<Value> = { next: new Map(), ends: [] };
  for (const [text, value] of expressions) {
    const words = wordsOf(text);
    if (words.length === 0) continue;
    const end = words.reduce((node, { folded }) => nodeAfter(node, folded), root);
    end.ends.push({ keys: words.map(({ key }) => key), value });
  }
  const from: Expressions<Value>["from"] = (words, start, found) => {
    let node: Node<Value> | undefined = root;
    for (let at = start; at < words.length; at += 1) {
      node = node.next.get(words[at]?.folded ?? "");
      if (!node) return;
      for (const { keys, value } of node.ends)
        if (agreesFrom(words, start, keys, agree)) found(value, keys.length);
    }
  };
  return {
    from,
    whole: (words) => {
      const found = new Set<Value>();
      from(words, 0, (value, length) => {
        if (length === words.length) found.add(value);
      });
      return [...found];
    },
  };
}

function nodeAfter<Value>({ next }: Node<Value>, folded: string): Node<Value> {
  const known = next.get(folded);
  if (known) return known;
  const fresh: Node<Value> = { next: new Map(), ends: [] };
  next.set(folded, fresh);
  return fresh;
}

function agreesFrom(
  words: readonly Word[],
  start: number,
  keys: readonly string[],
  agree: Agreement,
): boolean {
  for (let at = 0; at < keys.length; at += 1) {
    const word = words[start + at];
    if (!word || !agree(word, keys[at] as string)) return false;
  }
  return true;
}
