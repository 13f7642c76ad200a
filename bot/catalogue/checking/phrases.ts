import { foldAccents } from "../../text/index.ts";
import type { KnowledgeView } from "./view.ts";

/** Words by which something is found, and what they lead to. */
export interface OwnedPhrase {
  readonly file: string;
  /** Procedure code, topic, life event or status. */
  readonly code: string;
  readonly field: string;
  readonly phrase: string;
  /** Equal for phrases that lead to the same thing. */
  readonly owner: string;
}

/** Every phrase of guides, topics and life events, and how people tell their situation. */
export function ownedPhrases(knowledge: KnowledgeView): OwnedPhrase[] {
  const guides = knowledge.guides.flatMap(({ file, guide }) => {
    const owner = `procedure ${guide.code}`;
    const placed = (field: string, phrases: readonly string[] | undefined) =>
      (phrases ?? []).map((phrase) => ({ file, code: guide.code, field, phrase, owner }));
    return [
      ...placed("phrases", guide.phrases),
      ...placed("phrasesEn", guide.phrasesEn),
      ...placed("situations", guide.situations),
    ];
  });
  const topics = knowledge.topics.flatMap(({ file, topic }) => {
    const code = topic.phrases[0] ?? "";
    return topic.phrases.map((phrase) => ({
      file,
      code,
      field: "phrases",
      phrase,
      owner: `topic “${code}”`,
    }));
  });
  const lifeEvents = knowledge.lifeEvents.flatMap(({ file, event }) =>
    event.phrases.map((phrase) => ({
      file,
      code: event.id,
      field: "phrases",
      phrase,
      owner: `life event ${event.id}`,
    })),
  );
  return [...guides, ...topics, ...lifeEvents];
}

/** What the matcher sees of a phrase: lower case, no accents, words and numbers only. */
export function phraseKey(phrase: string): string {
  return foldAccents(phrase.normalize("NFC"))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
