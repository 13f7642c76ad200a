import type {
  ConversationState,
  Facet,
  Guide,
  Language,
  OfferedChoice,
  Vocabulary,
} from "../../domain/index.ts";
import { type KnownWords, normalise, toneKey, type Word, wordsOf } from "../../text/index.ts";
import { backgroundOf } from "./background.ts";
import { pickedChoice } from "./choice.ts";
import { createFacetReader } from "./facets/facet-reader.ts";
import type { Message } from "./facets/units.ts";
import { guessLanguage } from "./language.ts";
import { createPhraseFinder } from "./phrase-finder.ts";
import { type Correction, readWords } from "./read-words.ts";
import { readTurnWords, type TurnWords } from "./turn-words.ts";
import { wordSet } from "./word-set.ts";

/** What a run of words asks and what it is about. */
export interface ReadPart {
  readonly words: readonly Word[];
  /** Word positions where a clause begins. */
  readonly breaks: readonly number[];
  readonly facets: readonly Facet[];
  /** False when the parts were not asked for but taken from a need that was told. */
  readonly asked: boolean;
  /** Positions of the words that ask for a part. */
  readonly asking: ReadonlySet<number>;
  /** Positions of what a long story tells before and after its point. */
  readonly background: ReadonlySet<number>;
  /** Words that are neither fillers nor ask for a part nor turn the talk: what it is about. */
  readonly matter: readonly Word[];
}

/** What a message says, before any procedure is looked for. */
export interface ReadMessage extends ReadPart {
  readonly corrections: readonly Correction[];
  readonly language: Language;
  readonly turn: TurnWords;
  readonly picked?: OfferedChoice;
}

/** Reads messages with one version of the vocabulary. */
export interface Understanding {
  read(text: string, state: ConversationState, language?: Language): ReadMessage;
  /** Reads a stretch of a message as if it stood alone. */
  readPart(words: readonly Word[], language: Language): ReadPart;
  /** Case answers that the words already give: question id → option id. */
  decidedBy(words: readonly Word[], guide: Guide | undefined): Record<string, string>;
}

export function createUnderstanding(vocabulary: Vocabulary, known: KnownWords): Understanding {
  const shorthand = new Map(
    Object.entries(vocabulary.shorthand).map(([short, full]) => [
      toneKey(short.toLowerCase()),
      wordsOf(full),
    ]),
  );
  const lexicon = { shorthand, known, spared: wordsIn(vocabulary) };
  const readFacets = createFacetReader(vocabulary.facets);
  const filler = wordSet(vocabulary.fillers.join(" "));
  const partOf = (message: Message, aside: ReadonlySet<number>): ReadPart => {
    const { facets, asked, asking } = readFacets(message);
    const matter = message.words.filter((word, at) => !asking.has(at) && !aside.has(at) && !filler(word));
    const { words, breaks, sentences } = message;
    return { words, breaks, facets, asked, asking, background: backgroundOf(words, sentences), matter };
  };
  return {
    read: (text, state, language) => {
      const guessed = guessLanguage(text, wordsOf(normalise(text)));
      const { corrections, ...read } = readWords(text, lexicon, guessed);
      const turn = readTurnWords(read.words);
      const part = partOf({ ...read, english: guessed === "en" }, turn.aside);
      const picked = pickedChoice(part.words, part.matter, state);
      return {
        ...part,
        corrections,
        language: language ?? guessed,
        turn,
        ...(picked && { picked }),
      };
    },
    readPart: (words, language) =>
      partOf({ words, breaks: [], sentences: [], english: language === "en" }, new Set()),
    decidedBy,
  };
}

/** All words that ask or tell another intent; the index need not hold them. */
function wordsIn({ facets, cues }: Vocabulary): Set<string> {
  const asking = Object.values(facets).flatMap(({ asks, names, checks }) => [...asks, ...names, ...checks]);
  const telling = cues.lists.flatMap(({ words }) => words);
  return new Set([...asking, ...telling].flatMap((text) => wordsOf(text).map(({ folded }) => folded)));
}

function decidedBy(words: readonly Word[], guide: Guide | undefined): Record<string, string> {
  const decided: Record<string, string> = {};
  for (const { id, options } of guide?.cases ?? []) {
    const find = createPhraseFinder(
      options.flatMap((option) => option.words.map((text): [string, string] => [text, option.id])),
    );
    const chosen = new Set(find(words).map(({ value }) => value));
    const [only] = chosen;
    if (only && chosen.size === 1) decided[id] = only;
  }
  return decided;
}
