import { buildIndex } from "../../bot/answer/match/build-index.ts";
import { type Entry, entriesOf } from "../../bot/answer/match/entries.ts";
import { type EvidenceOf, gatherEvidence } from "../../bot/answer/match/evidence.ts";
import { createWorkspace } from "../../bot/answer/match/match-units.ts";
import type { SemanticModel } from "../../bot/answer/match/semantic.ts";
import { createSemantics } from "../../bot/answer/match/semantics.ts";
import { createUnderstanding } from "../../bot/answer/understand/understanding.ts";
import type { Knowledge } from "../../bot/domain/index.ts";
import { foldAccents } from "../../bot/text/index.ts";

/** Candidates a made-up question is learned from. Fewer and nearer than in answering: the weights then carry over better. */
const RIVALS = 24;

/** One made-up question with its candidates. */
export interface Example {
  readonly candidates: readonly EvidenceOf[];
  /** Positions of right candidates; empty when what is asked for is not there. */
  readonly right: readonly number[];
  /** Entry the question was made from; examples of one entry stay on one side of the held-out line. */
  readonly entry: number;
}

/** A random number from 0 up to 1. */
export type Random = () => number;

/** Mulberry32: small, good enough for sampling, the same everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const openings = [
  "cho hỏi ",
  "em muốn ",
  "tui tính ",
  "dạ ",
  "ad ơi ",
  "giờ muốn ",
  "nhà tui ",
  "anh chị cho em hỏi ",
  "mình cần ",
  "",
  "",
];
const closings = [
  " cần giấy tờ gì",
  " làm sao",
  " ở đâu",
  " được không",
  " mấy ngày",
  " bao nhiêu tiền",
  " thì phải làm gì ạ",
  " vậy",
  "",
  " hông",
  " lên xã hay lên tỉnh",
  "",
];
const asides = [
  "nhà em ở ấp này lâu rồi, ba má già yếu, em đi làm xa ít khi về",
  "hồi trước có ra xã hỏi mà cán bộ kêu về chờ",
  "em làm công nhân ở bình dương, tháng nghỉ được một ngày",
  "gia đình tôi có bốn người, hai con còn nhỏ đang đi học",
  "chồng em đi làm xa, ở nhà có mình em với con",
  "năm ngoái tôi có hỏi rồi mà không ai chỉ rõ",
  "bữa trước nghe bà con trong xóm nói là phải lên tỉnh mới được",
  "tui già rồi không rành mấy cái máy móc",
  "nay tôi muốn làm cho đúng luật để sau này con cháu khỏi rắc rối",
  "nhờ anh chị hướng dẫn giùm chứ tôi không biết bắt đầu từ đâu",
  "mẹ tôi năm nay bảy mươi tuổi, sức khỏe yếu",
  "anh em trong nhà đã bàn và đồng ý với nhau hết rồi",
];

/** How often a phrase is taken out of the index before it is asked: wording the knowledge does not hold. */
const LEFT_OUT = 0.5;
/** How often a phrase is said as it stands. */
const SAID_WHOLE = 0.15;
/** How often a question is wrapped in a story. */
const TOLD = 0.25;
/** How often the right entry is taken from the candidates: a matter that the catalogue does not hold. */
const ABSENT = 0.12;

/**
 * Makes questions from the phrases of the knowledge, worded and typed as people do, and gathers their evidence.
 * Only phrases for which `may` is true are asked: those that the semantic model was not taught.
 */
export function makeExamples(
  knowledge: Knowledge,
  model: SemanticModel,
  may: (entry: number, text: number) => boolean,
  random: Random,
  onProgress: (done: number, total: number) => void,
): Example[] {
  const { concepts, fillers } = knowledge.vocabulary;
  const entries = entriesOf(knowledge);
  const index = buildIndex(entries, concepts, fillers);
  const work = createWorkspace(index);
  const semantics = createSemantics(model, entries, index.rarity);
  const understanding = createUnderstanding(knowledge.vocabulary, index.known);
  const pick = picker(random);

  return entries.slice(0, index.matters).flatMap((entry, at) => {
    onProgress(at + 1, index.matters);
    const first = index.firstUnit[at] ?? 0;
    const phrases = entry.texts.flatMap(({ kind, text }, offset) =>
      kind === "phrase" && may(at, offset) ? [{ text, unit: first + offset }] : [],
    );
    return Array.from({ length: howMany(entry, phrases.length) }, (): Example => {
      const { text, unit } = pick(phrases);
      const leftOut = random() < LEFT_OUT;
      const question = asked(text, pick(phrases).text, leftOut, random);
      const read = understanding.read(question, {});
      const all = gatherEvidence(index, semantics, read, work, leftOut ? unit : -1, RIVALS).matters;
      const candidates = random() < ABSENT ? all.filter((one) => one.entry !== at) : all;
      const right = candidates.flatMap((one, slot) => (one.entry === at ? [slot] : []));
      return { candidates, right, entry: at };
    });
  });
}

/** Procedures that people ask for more weigh more; topics and life events decide nothing alone. */
function howMany({ target, prior }: Entry, phrases: number): number {
  if (phrases === 0 || target.kind !== "procedure") return 0;
  const [commune, , citizens, core] = prior;
  return core ? 12 : commune && citizens ? 5 : citizens ? 2 : 1;
}

/** A phrase as somebody types it: words dropped, a story around it, with or without marks. `other`: another phrase for the same. */
export function asked(text: string, other: string, leftOut: boolean, random: Random): string {
  const pick = picker(random);
  if (random() < SAID_WHOLE) return random() < 0.5 ? foldAccents(text) : text;
  const kept = text.split(" ").filter(() => random() > (leftOut ? 0.08 : 0.35));
  const phrase = kept.length >= 2 ? kept.join(" ") : text;
  const joined = leftOut && random() < 0.2 ? `${other}, ${phrase}` : phrase;
  return typed(random() < TOLD ? told(joined, random, pick) : joined, random);
}

/** A story: the point somewhere between things that do not matter. */
function told(point: string, random: Random, pick: Pick): string {
  const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(asides));
  parts.splice(Math.floor(random() * (parts.length + 1)), 0, point);
  return parts.join(random() < 0.5 ? ". " : ", ");
}

/** With an opening, a question and without marks, each now and then. */
export function typed(text: string, random: Random): string {
  const pick = picker(random);
  const whole = random() < 0.55 ? `${pick(openings)}${text}${pick(closings)}` : text;
  return random() < 0.5 ? foldAccents(whole) : whole;
}

type Pick = <T>(from: readonly T[]) => T;

function picker(random: Random): Pick {
  return (from) => from[Math.floor(random() * from.length)] as never;
}
