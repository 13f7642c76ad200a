import type { Facet, Topic } from "../../domain/index.ts";
import { createExpressions, type Word } from "../../text/index.ts";
import type { AnswerContext, Decision } from "../draft.ts";
import type { Candidate, Matched } from "../match/matcher.ts";
import type { ReadMessage } from "../understand/understanding.ts";

/** A broad word stands for its topic when it is nearly all that was said. */
const TOPIC_EXPLAINS = 0.75;
/** With all of the topic's words and nothing else said, no other reading comes into question. */
const SAID_ALONE = 0.95;
/** From this confidence on a matter is clear, however much of the message is a broad word. */
const CLEAR = 0.85;
/** What a topic's procedures must have together, 0–1, so that its question fits a message that leaves it open. */
const SHARED = 0.4;
/** Choices offered with a topic's question. */
const MOST = 5;
/** A procedure outside the topic is offered beside it from this share on. */
const BESIDE = 0.15;

/** A procedure with its share, 0–1, among those that a message may mean; the likeliest first. */
export interface Share {
  readonly code: string;
  readonly share: number;
}

/** Names the topic that a run of words is and nothing more; marks that were typed must agree. */
export type TopicReader = (words: readonly Word[]) => Topic | undefined;

/** Reads the topics of one version of the knowledge. A broad word of two topics stands for neither. */
export function createTopicReader(topics: readonly Topic[]): TopicReader {
  const phrases = createExpressions(
    topics.flatMap((topic) => topic.phrases.map((phrase) => [phrase, topic] as const)),
  );
  return (words) => {
    const [only, other] = phrases.whole(words);
    return other ? undefined : only;
  };
}

/** The topic that is all of a message once courtesies and what asks for a part are taken away. */
export function topicSaid(
  { words, asking, turn, matter }: ReadMessage,
  polite: ReadonlySet<number>,
  topicIn: TopicReader,
): Topic | undefined {
  const kept = (dropped: (at: number) => boolean) =>
    words.filter((_, at) => !turn.aside.has(at) && !dropped(at));
  return (
    topicIn(kept((at) => polite.has(at))) ??
    topicIn(kept((at) => polite.has(at) || asking.has(at))) ??
    topicIn(matter.filter((word) => !polite.has(words.indexOf(word))))
  );
}

/** Nothing but a broad word was said: "hộ khẩu", "giấy phép lái xe". */
export function isTopicAlone(matched: Matched): boolean {
  const { topic } = matched;
  return topic !== undefined && topic.fit.complete >= SAID_ALONE && topic.fit.explains >= SAID_ALONE;
}

/** A broad word that means several procedures: the person chooses. */
export function topicOf(
  matched: Matched,
  facets: readonly Facet[],
  shares: readonly Share[],
  { knowledge }: AnswerContext,
): Decision | undefined {
  const target = broadIn(matched)?.entry.target;
  const topic = target?.kind === "topic" ? knowledge.topics[target.topic] : undefined;
  return topic && choiceOf(topic, facets, isTopicAlone(matched) ? [] : shares);
}

/** The broad word that was said alone, that is likelier than any matter, or that is most of a message which names no clear one. */
function broadIn(matched: Matched): Candidate | undefined {
  const {
    topic,
    candidates: [leader],
    confidence,
  } = matched;
  if (isTopicAlone(matched)) return topic;
  if (leader?.entry.target.kind === "topic") return leader;
  const isMost = topic && topic.fit.complete >= SAID_ALONE && topic.fit.explains >= TOPIC_EXPLAINS;
  return isMost && confidence < CLEAR ? topic : undefined;
}

/**
 * Asks which of a topic's procedures is meant. Where more than the broad word was said, `shares` put the likeliest first,
 * and what is likely beside them is offered too; else they stand in the order of the topic.
 */
export function choiceOf(topic: Topic, facets: readonly Facet[], shares: readonly Share[] = []): Decision {
  return { kind: "choose", ...offerOf(topic, shares), facets };
}

function offerOf({ codes, question }: Topic, shares: readonly Share[]) {
  const share = new Map(shares.map(({ code, share: one }) => [code, one]));
  const beside = shares.filter(({ code, share: one }) => one >= BESIDE && !codes.includes(code));
  const offered = [...codes, ...beside.map(({ code }) => code)]
    .sort((a, b) => (share.get(b) ?? 0) - (share.get(a) ?? 0))
    .slice(0, MOST);
  return { codes: offered, question };
}

/** The topic whose question tells apart what a message leaves open, and what to offer with it. */
export function topicAmong(
  shares: readonly Share[],
  { knowledge }: AnswerContext,
): { readonly codes: readonly string[]; readonly question: Topic["question"] } | undefined {
  const [best, second] = shares;
  if (!best || !second) return undefined;
  const share = new Map(shares.map(({ code, share: one }) => [code, one]));
  const sumOf = ({ codes }: Topic) => codes.reduce((sum, code) => sum + (share.get(code) ?? 0), 0);
  const [topic] = knowledge.topics
    .filter(
      ({ codes }) => codes.includes(best.code) && shares.slice(1, 5).some(({ code }) => codes.includes(code)),
    )
    .sort((a, b) => sumOf(b) - sumOf(a));
  if (!topic || sumOf(topic) < SHARED) return undefined;
  return offerOf(topic, shares);
}
