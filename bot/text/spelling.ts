/** What people write for a sound on a phone keyboard, and the standard spelling; tried in this order. */
const chatSpelling: readonly (readonly [RegExp, string])[] = [
  [/^f/, "ph"],
  [/^j/, "gi"],
  [/^w/, "qu"],
  [/^z/, "d"],
  [/^ck/, "ch"],
  [/^kh?(?=[iey])/, "kh"],
  [/k$/, "ch"],
  [/g$/, "ng"],
  [/^q(?!u)/, "qu"],
  [/^k(?=[aou])/, "c"],
  [/^c(?=[iey])/, "k"],
  [/^gh?(?=[iey])/, "gh"],
  [/^ngh?(?=[iey])/, "ngh"],
  [/^ngh(?=[aou])/, "ng"],
  [/^s/, "x"],
  [/^x/, "s"],
  [/^tr/, "ch"],
  [/^ch/, "tr"],
  [/^d/, "gi"],
  [/^r/, "d"],
  [/^v/, "d"],
  [/n$/, "ng"],
  [/ng$/, "n"],
  [/t$/, "c"],
  [/c$/, "t"],
];

/** Words as known to the index: folded syllable → how often it stands there. */
export type KnownWords = ReadonlyMap<string, number>;

/**
 * The known spelling of a folded word that is not known, or undefined. Tries, in this order: letters typed
 * twice, chat and sound-alike spelling, one wrong, missing, extra or swapped letter. Among several the commonest wins.
 */
export function correctWord(folded: string, known: KnownWords): string | undefined {
  if (known.has(folded) || folded.length > 12 || /\d/.test(folded)) return undefined;
  const squeezed = folded.replace(/(.)\1+/g, "$1");
  if (squeezed !== folded && known.has(squeezed)) return squeezed;
  const edited = commonest(chatVariants(squeezed), known) ?? commonest(oneEditAway(squeezed), known);
  return edited ?? (squeezed === folded ? undefined : commonest(oneEditAway(folded), known));
}

/** Splits words that were typed without a space, `khaisinh` → `khai sinh`, when every part is known; else undefined. */
export function splitJoinedWord(folded: string, known: KnownWords): string[] | undefined {
  if (folded.length < 5 || folded.length > 30 || known.has(folded) || !/^[a-z]+$/.test(folded))
    return undefined;
  const best: ({ score: number; parts: string[] } | undefined)[] = [{ score: 0, parts: [] }];
  for (let end = 1; end <= folded.length; end += 1) {
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const before = best[start];
      const part = folded.slice(start, end);
      const count = known.get(part);
      if (!before || count === undefined || part.length < 2) continue;
      // Fewer, commoner parts are likelier; 12 is about the logarithm of the number of words indexed.
      const score = before.score + Math.log(count + 1) - 12;
      if (score > (best[end]?.score ?? Number.NEGATIVE_INFINITY)) {
        best[end] = { score, parts: [...before.parts, part] };
      }
    }
  }
  const parts = best[folded.length]?.parts;
  return parts && parts.length >= 2 && parts.length <= 6 ? parts : undefined;
}

function chatVariants(word: string): string[] {
  return chatSpelling.flatMap(([pattern, standard]) =>
    pattern.test(word) ? [word.replace(pattern, standard)] : [],
  );
}

function oneEditAway(word: string): string[] {
  if (word.length < 3) return [];
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const found: string[] = [];
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (tail) found.push(head + tail.slice(1));
    if (tail.length > 1) found.push(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
    for (const letter of letters) {
      found.push(head + letter + tail);
      if (tail) found.push(head + letter + tail.slice(1));
    }
  }
  return found;
}

function commonest(candidates: readonly string[], known: KnownWords): string | undefined {
  let best: string | undefined;
  let bestCount = 0;
  for (const candidate of candidates) {
    const count = known.get(candidate) ?? 0;
    if (count > bestCount) [best, bestCount] = [candidate, count];
  }
  return best;
}
