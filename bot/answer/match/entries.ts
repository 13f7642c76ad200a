import type { AnswerStatus, Knowledge, Procedure } from "../../domain/index.ts";

/** What a question can be matched to. Intents are all that is no matter for a counter: small talk, complaints, what is off topic. */
export type EntryTarget =
  | { readonly kind: "procedure"; readonly code: string }
  | { readonly kind: "topic"; readonly topic: number }
  | { readonly kind: "life-event"; readonly id: string }
  | { readonly kind: "intent"; readonly status: AnswerStatus };

/** Where a text of an entry comes from; each is worth differently. */
export const unitKinds = ["phrase", "name", "purpose", "situation"] as const;
export type UnitKind = (typeof unitKinds)[number];

export interface EntryText {
  readonly kind: UnitKind;
  readonly text: string;
}

export interface Entry {
  readonly target: EntryTarget;
  readonly texts: readonly EntryText[];
  /** Known before any question: commune level, not local, for citizens, core; each 0 or 1. */
  readonly prior: readonly number[];
}

/** Everything a citizen can be understood to mean, as texts to match. Intents come last. */
export function entriesOf(knowledge: Knowledge): Entry[] {
  const procedures = [...knowledge.procedures.values()].map((procedure) =>
    procedureEntry(procedure, knowledge),
  );
  const topics = knowledge.topics.map(({ phrases }, topic) => entry({ kind: "topic", topic }, phrases));
  const lifeEvents = knowledge.lifeEvents.map(({ id, phrases }) =>
    entry({ kind: "life-event", id }, phrases),
  );
  // Each example stands alone: together they would share a word with every story.
  const intents = knowledge.vocabulary.intents.flatMap(({ status, examples }) =>
    examples.map((example) => entry({ kind: "intent", status }, [example])),
  );
  return [...procedures, ...topics, ...lifeEvents, ...intents];
}

function entry(target: EntryTarget, phrases: readonly string[]): Entry {
  return { target, texts: phrases.map((text) => ({ kind: "phrase", text })), prior: [0, 0, 0, 0] };
}

function procedureEntry(procedure: Procedure, knowledge: Knowledge): Entry {
  const guide = knowledge.guides.get(procedure.code);
  const phrases = [...(guide?.phrases ?? []), ...(guide?.phrasesEn ?? [])];
  const official = withoutOpening(procedure.name);
  const names = [official, ...(guide ? [guide.name.vi, guide.name.en ?? ""] : [])];
  const bare = bareName(procedure);
  if (bare !== official) names.push(bare);
  const situations = guide?.situations ?? [];
  const purposes = guide ? [guide.purpose.vi, guide.purpose.en ?? ""] : [];
  const commune = procedure.levels.includes("commune");
  const notLocal = !commune && !procedure.levels.includes("province");
  const citizens = procedure.subjects.includes("Công dân Việt Nam");
  return {
    target: { kind: "procedure", code: procedure.code },
    prior: [commune, notLocal, citizens, guide?.steps !== undefined].map(Number),
    texts: [
      ...phrases.map((text) => ({ kind: "phrase" as const, text })),
      ...names.map((text) => ({ kind: "name" as const, text })),
      ...purposes.map((text) => ({ kind: "purpose" as const, text })),
      ...situations.map((text) => ({ kind: "situation" as const, text })),
    ].filter(({ text }) => text !== ""),
  };
}

/** The official name without its opening and without its remarks, which nobody says: "(cấp tỉnh)", "(công trình không theo tuyến …)". */
export function bareName({ name }: Procedure): string {
  return withoutOpening(name).replace(/\s*\([^()]*\)/g, "");
}

function withoutOpening(name: string): string {
  return name.replace(/^thủ tục (hành chính )?/i, "");
}
