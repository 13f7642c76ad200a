import { typedButtons } from "../../bot/answer/compose/buttons.ts";
import type { CueReader } from "../../bot/answer/decide/cues.ts";
import { createCueReader } from "../../bot/answer/decide/cues.ts";
import type { Tone } from "../../bot/answer/decide/tone.ts";
import { createTopicReader } from "../../bot/answer/decide/topic.ts";
import type { AnswerContext, Draft } from "../../bot/answer/draft.ts";
import type { EntryTarget } from "../../bot/answer/match/entries.ts";
import type { EntryFit } from "../../bot/answer/match/entry-fit.ts";
import type { Candidate, Matched } from "../../bot/answer/match/matcher.ts";
import { type Query, readQuery } from "../../bot/answer/match/query-features.ts";
import { screen } from "../../bot/answer/screen.ts";
import { createUnderstanding } from "../../bot/answer/understand/understanding.ts";
import { understand } from "../../bot/answer/understand.ts";
import type {
  ConversationState,
  Cues,
  Guide,
  Intent,
  Knowledge,
  Procedure,
  Question,
  Replies,
} from "../../bot/domain/index.ts";
import { queryOf, sampleIndex } from "./sample-entries.ts";
import { birthRecord, sampleView } from "./sample-knowledge.ts";
import { holidays, places, vocabulary } from "./sample-parts.ts";
import { sampleGuide } from "./sample-subject.ts";

export const BIRTH = "1.000001";
export const MARRIAGE = "1.000002";
export const DEATH = "1.000003";
export const HOUSE = "1.000004";

/** Tuesday, 14:00 in Vietnam. */
export const NOW = Date.parse("2026-07-21T07:00:00Z");

const named: readonly (readonly [string, string, readonly string[]])[] = [
  [MARRIAGE, "Đăng ký kết hôn", [BIRTH]],
  [DEATH, "Đăng ký khai tử", []],
  [HOUSE, "Cấp giấy phép xây dựng", []],
];

function recordOf(code: string, name: string): Procedure {
  return { ...birthRecord, code, name: `Thủ tục ${name}` };
}

const view = sampleView();

/** Every wording is its own name, so that a test reads what was said and not how it is phrased. */
const replies = new Proxy<Replies>({}, { get: (_, key) => ({ vi: String(key), en: `${String(key)} (en)` }) });

/** Four procedures; birth has case questions, and marriage names it as related. One topic, one life event. */
export function smallKnowledge(
  cues: Cues = { lists: [], rules: [] },
  intents: readonly Intent[] = [],
): Knowledge {
  const guides: Guide[] = named.map(([code, name, related]) => ({
    code,
    phrases: [name.toLowerCase()],
    name: { vi: name },
    purpose: { vi: "Để có giấy." },
    related,
    checkedOn: "2026-07-18",
  }));
  return {
    version: "small",
    procedures: new Map([
      [BIRTH, birthRecord],
      ...named.map(([code, name]): [string, Procedure] => [code, recordOf(code, name)]),
    ]),
    guides: new Map([sampleGuide, ...guides].map((guide): [string, Guide] => [guide.code, guide])),
    topics: view.topics.map(({ topic }) => topic),
    lifeEvents: view.lifeEvents.map(({ event }) => event),
    places,
    holidays,
    councilFees: [],
    vocabulary: { ...vocabulary, cues, intents },
    replies,
  };
}

/** Something a message may mean, with its share and how it fits. */
export function candidate(
  target: string | EntryTarget,
  share: number,
  fit: Partial<EntryFit> = {},
  union = 0,
): Candidate {
  return {
    entry: {
      target: typeof target === "string" ? { kind: "procedure", code: target } : target,
      texts: [],
      prior: [0, 0, 0, 0],
    },
    share,
    because: "",
    fit: { phrase: 0, name: 0, complete: 0, explains: 0, nameComplete: 0, exact: 0, bestUnit: 0, ...fit },
    union,
  };
}

/** No test here looks at what the message was read as. */
const features = readQuery(sampleIndex(), queryOf(""));

/** What the matcher would say. */
export function matched(
  confidence: number,
  candidates: readonly Candidate[],
  more: Partial<Matched> = {},
): Matched {
  return { features, confidence, candidates, ...more };
}

export const nothingMatched = matched(0, []);

export interface SmallContext extends AnswerContext {
  /** What the matcher was asked, in order. */
  readonly asked: Query[];
}

/** Every word is known as it is typed, so that none is respelt. */
class EveryWord extends Map<string, number> {
  override has(): boolean {
    return true;
  }
}

/** A context whose matcher says what it is told to, by the words without marks that it is asked. */
export function contextOf(
  answers: Readonly<Record<string, Matched>> = {},
  { cues = { lists: [], rules: [] }, tone }: { readonly cues?: Cues; readonly tone?: Tone } = {},
): SmallContext {
  const knowledge = smallKnowledge(cues);
  const asked: Query[] = [];
  const reader: CueReader = createCueReader(cues);
  return {
    knowledge,
    asked,
    matcher: {
      match: (query) => {
        asked.push(query);
        return answers[wordsIn(query)] ?? nothingMatched;
      },
      get index(): never {
        throw new Error("no test needs the index");
      },
    },
    understanding: createUnderstanding(knowledge.vocabulary, new EveryWord()),
    cues: reader,
    tone: () => tone,
    topics: createTopicReader(knowledge.topics),
    buttons: typedButtons(knowledge.replies),
    nowMs: NOW,
  };
}

export function wordsIn({ words }: Pick<Query, "words">): string {
  return words.map(({ folded }) => folded).join(" ");
}

/** A talk that stood here a minute ago. */
export function talk(state: ConversationState): ConversationState {
  return { atMs: NOW - 60_000, ...state };
}

export function startDraft(question: Question): Draft {
  return { question, language: "vi", text: "", candidates: [], decided: {}, log: [] };
}

/** The draft of a message once it is screened and read. */
export function readDraft(text: string, ctx: AnswerContext, state: ConversationState = {}): Draft {
  const drafted = [screen, understand].reduce<Draft>(
    (draft, step) => step(draft, ctx) as Draft,
    startDraft({ text, state }),
  );
  return drafted;
}

/** The message as it was read; throws when there is none. */
export function readOf({ read }: Draft): NonNullable<Draft["read"]> {
  if (!read) throw new Error("not read");
  return read;
}
