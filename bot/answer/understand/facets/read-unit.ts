import type { Facet } from "../../../domain/index.ts";
import type { Word } from "../../../text/index.ts";
import { wordSet } from "../word-set.ts";
import { amountsAsked } from "./amounts.ts";
import { type Cue, type CueFinders, overlap } from "./cues.ts";
import { contentEnd, type Unit } from "./units.ts";

/** A part that a unit asks for. */
export interface Asked {
  readonly facet: Facet;
  /** "làm sao" and a bare "được không" go with anything; they give way to what is asked more clearly. */
  readonly clear: boolean;
  /** "… thì sao": tells a circumstance and leaves open what is asked. */
  readonly whatIf: boolean;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** When a yes-or-no question touches several parts, the one that tells most about what is asked comes first. */
const checkedFirst: readonly Facet[] = [
  "online",
  "fee",
  "legal",
  "time",
  "form",
  "documents",
  "place",
  "result",
  "steps",
];

const no = wordSet("không");
/** Without marks these are other words more often: "cha", "sửa chữa". */
const markedNo = wordSet("chưa chẳng chả");
const knowing = wordSet("biết rõ rành hiểu nhớ nghe thấy chắc hay");
/** Ends the reach of a "không" that stands before it. */
const turns = wordSet("thì mà vậy nên giờ nay rồi phải cần bị");
/** "giấy gì hết", "ở đâu cũng": any or none. At the end only, for "ở đâu hết bao nhiêu" asks two things. */
const anyAtEnd = wordSet("đó đấy hết cả ráo");
const mending = wordSet("sửa chạy chữa cháy nhà");
const also = wordSet("cũng đều");
const where = wordSet("đâu");
const who = wordSet("ai");
const toWhom = wordSet("cho với gặp hỏi phép tới đến nhờ xin báo tìm");
/** "lên công an xã làm được không" asks both whether and where; "làm ở xã được không" only where. */
const going = wordSet("ra lên tới đến về qua ghé xuống");
const then = wordSet("thì");
/** Words after "thì" that say enough to be read alone. */
const CONCLUSION = 5;
const beginning = wordSet("lần ban bước từ mới hàng cái");
const denies = wordSet("không chưa có");
const bareHow = wordSet("sao gì nào");
const alternative = wordSet("hay");
/** Words that ask how in general; any procedure can be asked for with them. */
const vagueHow = wordSet("sao thế như kiểu how");
/** "mất mấy ngày": what is spent, not what is lost. */
const spending = wordSet("mất hết tốn chờ đợi khoảng tầm cỡ");
/** Words within which "không" denies what follows: "không có giấy tờ gì". */
const DENIES = 6;

/** Reads what one unit asks for. */
export function readUnit(words: readonly Word[], unit: Unit, find: CueFinders): Asked[] {
  const run = words.slice(unit.start, unit.end);
  return cuesOf(run, unit, find).map(({ facet, start, end, vague }) => ({
    facet,
    clear: !vague,
    whatIf: vague === true && then(run[start - 1]),
    start: unit.start + (spending(run[start - 1]) ? start - 1 : start),
    end: unit.start + end,
    sentence: unit.sentence,
  }));
}

function cuesOf(words: readonly Word[], unit: Unit, find: CueFinders): (Cue & { vague?: boolean })[] {
  const says = (cue: Cue) => unit.english || !saysNothing(words, cue, unit.yesNo);
  const asks = find.asks(words).filter(says);
  const amounts = amountsAsked(words, find.names).filter(
    (cue) => says(cue) && !asks.some((one) => overlap(one, cue)),
  );
  const specific = [...asks.filter(({ facet }) => facet !== "steps"), ...amounts].sort(
    (a, b) => a.start - b.start,
  );
  if (specific.length > 0) return specific;
  const place = whereAsked(words);
  if (place) return [place];
  if (unit.yesNo || words.some((word, at) => at > 0 && alternative(word))) {
    const checked = weightiest(find.checks(words).filter(({ start }) => start >= conditionEnd(words)));
    if (checked)
      return unit.yesNo && checked.facet === "place" && going(words[checked.start])
        ? [checked, whetherAsked(words)]
        : [checked];
  }
  const how = howAsked(words, asks, find);
  if (how)
    return [{ ...how, vague: how.facet === "steps" && words.slice(how.start, how.end).some(vagueHow) }];
  return unit.yesNo ? [whetherAsked(words)] : [];
}

/** "… được không": whether one may. */
function whetherAsked(words: readonly Word[]): Cue & { vague: boolean } {
  return { facet: "eligibility", start: Math.max(0, words.length - 2), end: words.length, vague: true };
}

/** "không có giấy tờ gì", "ai đó", "ở đâu cũng được": no question, unless the unit asks yes or no. */
function saysNothing(words: readonly Word[], cue: Cue, yesNo: boolean): boolean {
  const atEnd = cue.end === contentEnd(words) - 1 && anyAtEnd(words[cue.end]);
  if (!yesNo && (atEnd || words.slice(cue.end, cue.end + 3).some(also))) return true;
  for (let at = cue.start - 1; at >= Math.max(0, cue.start - DENIES); at -= 1) {
    if (turns(words[at])) return false;
    if (denying(words, at)) return !knowing(words[at + 1]);
  }
  return false;
}

function denying(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (no(word)) return true;
  return markedNo(word) && (word?.marked === true || (word?.folded === "chua" && !mending(words[at - 1])));
}

/** "không có hộ khẩu ở đây thì …": what stands before "thì" is a condition, not what is asked. */
function conditionEnd(words: readonly Word[]): number {
  const at = words.findLastIndex(then);
  return words.length - at > CONCLUSION ? at + 1 : 0;
}

/** "… gửi đơn đâu", "… nộp cho ai": the place, unless "đâu" only denies or is "đầu" typed without its mark. */
function whereAsked(words: readonly Word[]): Cue | undefined {
  const at = contentEnd(words) - 1;
  const first = !words[at]?.marked && beginning(words[at - 1]);
  const denied = words.slice(Math.max(0, at - DENIES), at).some(denies);
  const asksWhere = where(words[at]) || (who(words[at]) && toWhom(words[at - 1]));
  return at > 0 && asksWhere && !first && !denied ? { facet: "place", start: at, end: at + 1 } : undefined;
}

/** "… thế nào", "… sao": of the part that the unit begins with or that says how, else the steps. */
function howAsked(words: readonly Word[], asks: readonly Cue[], find: CueFinders): Cue | undefined {
  const end = contentEnd(words);
  const bare = { facet: "steps" as const, start: end - 1, end };
  const how =
    asks.at(-1) ??
    (bareHow(words[end - 1]) && end > 1 && !saysNothing(words, bare, false) ? bare : undefined);
  if (!how) return undefined;
  const named = find
    .names(words)
    .find(
      ({ facet, start, end: after }) =>
        facet === "online" || ((start <= 1 || after === how.start) && facet !== "steps"),
    );
  return named ?? how;
}

function weightiest(cues: readonly Cue[]): Cue | undefined {
  const first = checkedFirst.find((facet) => cues.some((cue) => cue.facet === facet));
  return cues.find(({ facet }) => facet === first);
}
