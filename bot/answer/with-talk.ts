import type { ConversationState, Facet } from "../domain/index.ts";
import type { AnswerContext, Decision, Draft } from "./draft.ts";
import { carried, ofTalk, stillAbout, whichTopic } from "./follow-up.ts";
import type { Matched } from "./match/matcher.ts";
import type { Query } from "./match/query-features.ts";
import { type Narrowed, narrow, offeredCodes } from "./narrow.ts";
import { ownMatter } from "./understand/talk-words.ts";
import type { ReadMessage } from "./understand/understanding.ts";

/** What a message means in the middle of a talk. */
export interface TalkReading {
  readonly decision: Decision;
  /** Strong enough to overrule that the words alone sound like no question about a procedure. */
  readonly backed: boolean;
}

/** Words this sure by themselves begin a new matter … */
const CLEAR_ALONE = 0.75;
/** … unless together with the talk they say this clearly that it goes on: "ông không biết chữ thì có được không". */
const STAYS_SHARE = 0.8;
/** Words this unclear that ask for a part ask it of the matter at hand. */
const WEAK_ALONE = 0.4;
/** Words this sure by themselves that lead the same way with the talk are followed. */
const AGREED = 0.5;
/** From this share on a procedure that the new words lead to is answered without asking back. */
const CERTAIN_SHARE = 0.5;
/** From this share on it is no accident that the new words fit the talk. */
const BACKED_SHARE = 0.3;
/** From this share on a relation of what was talked of is followed, when its score leads. */
const RELATED_SHARE = 0.15;
/** Below this share the talk so far says nothing about the new words: they begin a new matter. */
const TALKED_OF = 0.1;
/** A procedure leads when it is this many times as likely as the next. */
const LEAD = 2;
/** A phrase of a procedure that is there to this extent names it. */
const NAMED = 0.75;
/** Offered when the new words may or may not leave what was talked of. */
const CHOICES = 3;

/** What the new words mean by themselves; `chatter` when they sound like no matter for a counter. */
interface Alone extends Matched {
  readonly chatter: boolean;
}

/** Reads new words in the light of the talk. `alone` is what `query`, their words, means without it. */
export function readWithTalk(
  draft: Draft,
  read: ReadMessage,
  state: ConversationState,
  query: Query,
  alone: Alone,
  ctx: AnswerContext,
): TalkReading | undefined {
  const facets = carried(read, state);
  const same = ofTalk(state, facets);
  const weak = alone.confidence < WEAK_ALONE;
  if (read.asked && ownMatter(read).length === 0 && !names(alone)) {
    return backed(same ?? (weak ? (stillAbout(draft, facets, ctx) ?? whichTopic(read)) : undefined));
  }
  if (!same) return weak ? backed(stillAbout(draft, facets, ctx), false) : undefined;
  const found = narrow(query, state, draft.language, ctx);
  if (!state.procedure) {
    const picked =
      pickedByWords(found, offeredCodes(state), facets) ?? (read.asked && weak ? same : undefined);
    return clear(alone) ? undefined : backed(picked);
  }
  return withProcedure(read, state.procedure, found, alone, facets);
}

function withProcedure(
  read: ReadMessage,
  procedure: string,
  found: readonly Narrowed[],
  alone: Alone,
  facets: readonly Facet[],
): TalkReading | undefined {
  const [best] = found;
  const same: Decision = { kind: "procedure", code: procedure, facets };
  const stays = found.some(({ code, share }) => code === procedure && share >= STAYS_SHARE);
  if (stays) return backed(same);
  if (clear(alone)) return undefined;
  const target = alone.candidates[0]?.entry.target;
  const weak = alone.confidence < WEAK_ALONE;
  const agrees = target?.kind === "procedure" && target.code === best?.code;
  if (agrees && best && alone.confidence >= AGREED)
    return backed({ kind: "procedure", code: best.code, facets });
  const { supposes, continues, corrects } = read.turn;
  const fits = (best?.share ?? 0) >= BACKED_SHARE || supposes || continues || corrects;
  const turn = turned(found, procedure, facets) ?? (read.asked && weak && !agrees ? same : undefined);
  return backed(turn, fits && (weak || !alone.chatter));
}

function backed(decision: Decision | undefined, strong = true): TalkReading | undefined {
  return decision && { decision, backed: strong };
}

/** The words by themselves say what they are about, and it is no small talk. */
function clear({ chatter, confidence }: Alone): boolean {
  return confidence >= CLEAR_ALONE && !chatter;
}

/** All of what people call a procedure was said: "nhận cha con" is a matter although each word goes with anything. */
function names({ candidates: [first] }: Matched): boolean {
  return first?.entry.target.kind === "procedure" && first.fit.complete >= NAMED;
}

/** Where the new words lead from the procedure talked of: nowhere else, to another one, or perhaps. */
function turned(
  found: readonly Narrowed[],
  procedure: string,
  facets: readonly Facet[],
): Decision | undefined {
  const [best] = found;
  if (!best) return undefined;
  const talkedOf = found.find(({ code }) => code === procedure)?.share ?? 0;
  if (talkedOf >= CERTAIN_SHARE && best.share < TALKED_OF)
    return { kind: "procedure", code: procedure, facets };
  if (best.code === procedure || leads(found)) return { kind: "procedure", code: best.code, facets };
  if (talkedOf < TALKED_OF && best.share < BACKED_SHARE) return undefined;
  const codes = new Set([best.code, procedure, ...found.map(({ code }) => code)]);
  return { kind: "choose", codes: [...codes].slice(0, CHOICES), facets };
}

/** The first of them is where the words lead, by its share or as a near relation of what was talked of. */
function leads([best, ...others]: readonly Narrowed[]): boolean {
  if (!best) return false;
  const next = Math.max(0, ...others.map(({ share }) => share));
  const score = Math.max(0, ...others.map((one) => one.score));
  return (
    best.share >= CERTAIN_SHARE ||
    (best.share >= BACKED_SHARE && best.share >= LEAD * next) ||
    (best.related && best.share >= RELATED_SHARE && best.score >= LEAD * score)
  );
}

/** One of the list just shown, when the words lead to it and clearly less to the others. */
function pickedByWords(
  found: readonly Narrowed[],
  offered: readonly string[],
  facets: readonly Facet[],
): Decision | undefined {
  const [best, next] = found.filter(({ code }) => offered.includes(code));
  if (!best || best.code !== found[0]?.code || best.score < LEAD * (next?.score ?? 0)) return undefined;
  return { kind: "procedure", code: best.code, facets };
}
