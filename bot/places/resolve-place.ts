import type { Office, Places } from "../domain/index.ts";
import { normalise, type Word, wordsOf } from "../text/index.ts";

/** What a place named by a citizen is today. */
export type FoundPlace =
  /** `said` is the full name of what was named, today's or former. */
  | {
      readonly kind: "commune";
      readonly said: string;
      readonly office: Office;
      readonly former: boolean;
      readonly needsConfirming: boolean;
    }
  | { readonly kind: "district" | "province"; readonly said: string };

interface KnownName {
  readonly found: FoundPlace;
  /** `xa`, `thi tran`, `huyen` or `tinh`, folded. */
  readonly type: string;
  /** The name without its type. */
  readonly words: readonly Word[];
}

const types: readonly { readonly type: string; readonly written: readonly string[] }[] = [
  { type: "thi tran", written: ["thi tran", "tt"] },
  { type: "xa", written: ["xa"] },
  { type: "huyen", written: ["huyen", "h"] },
  { type: "tinh", written: ["tinh", "t"] },
];

/**
 * The first place of the area that a text names, by today's name or one people still say, with or without
 * accents and with or without "xã", "thị trấn", "huyện", "tỉnh". Undefined when it names none.
 */
export function resolvePlace(text: string, places: Places): FoundPlace | undefined {
  const words = wordsOf(normalise(text));
  const names = knownNames(places);
  // Marks tell names apart when they are right; when they fit none, they were mistyped.
  return (
    search(words, names, sameWord) ?? search(words, names, (said, known) => said.folded === known.folded)
  );
}

/** Names in the order they win: of two that fit, today's commune, then former ones, then wider areas. */
function knownNames({ offices, province }: Places): KnownName[] {
  const commune = (office: Office, said: string, former: boolean, needsConfirming = false): FoundPlace => ({
    kind: "commune",
    office,
    said,
    former,
    needsConfirming,
  });
  return [
    ...offices.map((office) => commune(office, office.commune, false)),
    ...offices.flatMap((office) => office.formerNames.map((name) => commune(office, name, true))),
    ...offices.flatMap((office) =>
      (office.earlierNames ?? []).map((earlier) =>
        commune(office, earlier.name, true, earlier.needsConfirming ?? false),
      ),
    ),
    { kind: "district" as const, said: province.formerDistrict },
    ...province.formerNames.map((said) => ({ kind: "province" as const, said })),
  ].flatMap((found) => {
    const words = wordsOf(found.said);
    const type = types.find(({ written }) => startsWith(words, written[0] ?? ""));
    return type ? [{ found, type: type.type, words: words.slice(type.written[0]?.split(" ").length) }] : [];
  });
}

function search(
  words: readonly Word[],
  names: readonly KnownName[],
  same: (said: Word, known: Word) => boolean,
): FoundPlace | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const here = names.filter(
      (name) =>
        name.words.length > 0 && name.words.every((known, offset) => fits(words[at + offset], known, same)),
    );
    const found = choose(here, typeBefore(words.slice(0, at)));
    if (found) return found;
  }
  return undefined;
}

/** Of equal names, the one whose type was said; with none said, a province outweighs a commune of its name. */
function choose(names: readonly KnownName[], type: string | undefined): FoundPlace | undefined {
  const chosen =
    names.find((name) => name.type === type) ??
    names.find(({ found }) => found.kind === "province") ??
    names[0];
  return chosen?.found;
}

function typeBefore(words: readonly Word[]): string | undefined {
  return types.find(({ written }) =>
    written.some((spelling) => startsWith(words.slice(-spelling.split(" ").length), spelling)),
  )?.type;
}

function startsWith(words: readonly Word[], spelling: string): boolean {
  return spelling !== "" && spelling.split(" ").every((part, index) => words[index]?.folded === part);
}

function fits(said: Word | undefined, known: Word, same: (said: Word, known: Word) => boolean): boolean {
  return said !== undefined && same(said, known);
}

function sameWord(said: Word, known: Word): boolean {
  return said.marked ? said.key === known.key : said.folded === known.folded;
}
