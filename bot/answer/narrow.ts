import type { ConversationState, Knowledge, Language } from "../domain/index.ts";
import { normalise, type Word, wordsOf } from "../text/index.ts";
import { shortName } from "./compose/subject.ts";
import type { AnswerContext } from "./draft.ts";
import type { Matched } from "./match/matcher.ts";
import type { Query } from "./match/query-features.ts";
import { readPayload } from "./payload.ts";

/** A procedure the new words may mean together with the talk so far. */
export interface Narrowed {
  readonly code: string;
  /** Share among what the talk and the new words mean together, 0–1. */
  readonly share: number;
  /** The share, raised by what the new words alone add to it. Only for ordering. */
  readonly score: number;
  /** The talk's procedure and this one name each other. */
  readonly related: boolean;
}

/**
 * How much it counts that the new words raise a procedure. One that the guide names as related is where a
 * narrowing word leads ("quá hạn nửa năm rồi" after changing a licence: a new test); any other needs more.
 */
const RELATED_LIFT = 0.9;
const OTHER_LIFT = 0.25;
const LEAST_SHARE = 0.0005;
/** What the new words mean without the talk counts this much, also for what they alone would never find. */
const ALONE_POWER = 0.5;
const LEAST_ALONE = 0.1;

/** Reads the new words together with the name of what the talk is about; best first. */
export function narrow(
  query: Query,
  state: ConversationState,
  language: Language,
  { knowledge, matcher }: AnswerContext,
): Narrowed[] {
  const codes = state.procedure ? [state.procedure] : offeredCodes(state);
  const context = codes.flatMap((code) => nameOf(code, knowledge, language));
  if (context.length === 0) return [];
  const alone = sharesOf(matcher.match(query));
  const before = sharesOf(matcher.match({ words: context }));
  const after = sharesOf(matcher.match(joined(context, query)));
  const related = state.procedure
    ? relatedTo(state.procedure, knowledge)
    : (code: string) => codes.includes(code);
  return [...after]
    .map(([code, share]) => {
      const lift = Math.max(1, share / Math.max(LEAST_SHARE, before.get(code) ?? 0));
      const own = (LEAST_ALONE + (alone.get(code) ?? 0)) ** ALONE_POWER;
      const isRelated = related(code);
      const score = own * share * lift ** (isRelated ? RELATED_LIFT : OTHER_LIFT);
      return { code, share, score, related: isRelated };
    })
    .sort((a, b) => b.score - a.score);
}

/** Procedures of the list that was just shown, in its order. */
export function offeredCodes({ offered }: ConversationState): string[] {
  return (offered ?? []).flatMap(({ payload }) => {
    const read = readPayload(payload);
    return read?.kind === "procedure" ? [read.code] : [];
  });
}

/** What was talked of comes before the new words and counts as little as words that ask. */
function joined(context: readonly Word[], { words, asking = new Set() }: Query): Query {
  const shift = (at: number) => at + context.length;
  return {
    words: [...context, ...words],
    asking: new Set([...context.keys(), ...[...asking].map(shift)]),
  };
}

function nameOf(code: string, { procedures, guides }: Knowledge, language: Language): Word[] {
  const procedure = procedures.get(code);
  return procedure ? wordsOf(normalise(shortName({ procedure, guide: guides.get(code), language })), 30) : [];
}

/** Either guide may name the other. */
function relatedTo(code: string, { guides }: Knowledge): (other: string) => boolean {
  const named = new Set(guides.get(code)?.related ?? []);
  return (other) => named.has(other) || (guides.get(other)?.related?.includes(code) ?? false);
}

function sharesOf({ candidates }: Matched): Map<string, number> {
  return new Map(
    candidates.flatMap(({ entry: { target }, share }) =>
      target.kind === "procedure" ? [[target.code, share] as const] : [],
    ),
  );
}
