import { type Word, wordsOf } from "../../text/index.ts";
import { contentEnd } from "./facets/units.ts";
import { wordSet } from "./word-set.ts";

/** What a message does to the talk, read from its first or only words. */
export interface TurnWords {
  /** "quay lại", "hồi nãy": return to what was talked about before. */
  readonly goesBack: boolean;
  /** "không, ý tôi là …": what follows replaces what was understood. */
  readonly corrects: boolean;
  /** "còn …", "vậy …": leans on the turn before, so a part asked then is asked again. */
  readonly continues: boolean;
  /** "nếu …", "lỡ …", "mà …", "… thì sao": tells a circumstance of what was talked of. */
  readonly supposes: boolean;
  /** "đúng rồi", "không phải": a bare answer to a question of ours. */
  readonly says?: "yes" | "no";
  /** Positions of words that only turn the talk or tell what is not meant: "… chứ không phải hư". */
  readonly aside: ReadonlySet<number>;
}

type Opening = readonly Word[];

const openings = (texts: string): Opening[] => texts.split(",").map((text) => wordsOf(text));

const backs = openings(
  "quay lại cái hồi nãy,quay lại việc hồi nãy,quay lại chuyện hồi nãy,quay lại lúc nãy,quay lại hồi nãy,quay lại cái trước,quay lại việc trước,quay lại câu trước,quay lại cái,quay lại vụ,quay lại chuyện,quay lại việc,trở lại cái,trở lại vụ,trở lại chuyện,trở lại việc,quay lại,trở lại,quay về,hồi nãy,lúc nãy,việc hồi nãy,cái hồi nãy,việc trước,cái trước,câu trước,go back,back to,về lại",
);
const corrections = openings(
  `không ý tôi là,không ý em là,không ý mình là,không ý tui là,không ý con là,không ý là,ý tôi là,ý em là,ý mình là,ý tui là,ý con là,ý là,
không phải vậy,không phải cái đó,không phải,không tôi hỏi,không em hỏi,không mình hỏi,không tui hỏi,không em muốn,không tôi muốn,không tui muốn,
ý tôi hỏi,ý em hỏi,sai rồi,nhầm rồi,à nhầm,nhầm,lộn rồi,à lộn,lộn,à không,em nói lộn,tui nói lộn,em ghi lộn,no i mean,i mean,no i meant,i meant,sorry i meant`,
);
const continuations = openings(
  "thế còn,vậy còn,còn nếu,vậy nếu,rồi còn,còn,vậy,thế,rồi,và,what about,how about,and",
);
const suppositions = openings(
  "nếu,nếu mà,lỡ,rủi,giả sử,trường hợp,mà,nhưng,nhưng mà,ủa,ủa mà,à mà,if,what if,but",
);
const suppositionEnd = wordsOf("thì sao");
const yes = openings(
  "có,đúng,đúng rồi,đúng vậy,phải,phải rồi,ừ,ừa,ờ,dạ,dạ đúng,dạ phải,dạ có,vâng,ok,oke,yes,yeah,right,yep,chính nó,nó đó",
);
const no = openings(
  "không,không phải,dạ không,không có,việc khác,cái khác,chuyện khác,no,nope,something else,other",
);

/** "bị mất chứ không phải hư": nothing after it is meant. "không phải A mà B": what stands between is not. */
const denials = openings("chứ không phải,chứ đâu phải,chứ không,mà không phải,không phải,đâu phải");
const turnsBack = openings("mà là,mà");
const DENIED_WORDS = 6;
/** Politeness around a bare answer: "dạ đúng rồi ạ". */
const particle = wordSet("ạ á à nha nhé nghen hen đó á em anh chị ad bạn");
const lead = wordSet("dạ vâng thưa");
/** An answer to a yes-or-no question is hardly longer. */
const BARE = 4;

function withoutParticles(words: readonly Word[]): readonly Word[] {
  let end = words.length;
  while (end > 1 && particle(words[end - 1])) end -= 1;
  return words.slice(end > 1 && lead(words[0]) ? 1 : 0, end);
}

/** Reads how a message stands to the talk. Where marks are typed at all they must be right: "con" is not "còn". */
export function readTurnWords(words: readonly Word[]): TurnWords {
  const marked = words.some((word) => word.marked);
  const startsWith = (list: readonly Opening[]) => longestAt(words, 0, list, marked);
  const back = startsWith(backs);
  const correction = correctionIn(words, marked);
  const continuation = startsWith(continuations);
  // "con" without its mark may be a child.
  const leaning = marked || continuation > 1 ? continuation : 0;
  const bare = withoutParticles(words);
  const isAll = (list: readonly Opening[]) =>
    bare.length <= BARE && list.some((one) => one.length === bare.length && standsAt(bare, 0, one, marked));
  const said = isAll(yes) ? "yes" : isAll(no) ? "no" : undefined;
  return {
    goesBack: back > 0,
    corrects: correction > 0,
    continues: continuation > 0,
    supposes:
      startsWith(suppositions) > 0 ||
      standsAt(words, contentEnd(words) - suppositionEnd.length, suppositionEnd, marked),
    ...(said && { says: said }),
    aside: new Set([
      ...range(0, Math.max(back, correction, leaning)),
      ...deniedIn(words, correction, marked),
    ]),
  };
}

/** Words that take back what was understood, one expression after another: "không phải, ý tôi là". */
function correctionIn(words: readonly Word[], marked: boolean): number {
  let end = longestAt(words, 0, corrections, marked);
  // "không phải A mà là B" is one thought; "lộn tên", "nhầm năm sinh" tell what is wrong in a paper.
  if (end > 0 && (turnedIn(words, end, marked) > 0 || tellsMistake(words, end))) return 0;
  for (let more = end; more > 0; end += more) more = longestAt(words, end, corrections, marked);
  return end;
}

const slip = wordSet("lộn nhầm");
const wronged = wordSet("tên họ năm ngày tháng sinh địa chỉ số chữ thông tin giới quê dân tộc");

function tellsMistake(words: readonly Word[], end: number): boolean {
  return end === 1 && slip(words[0]) && wronged(words[1]);
}

/** Position after the "mà là" that follows a denial ending at `from`; 0 when none does. */
function turnedIn(words: readonly Word[], from: number, marked: boolean): number {
  const end = Math.min(words.length, from + DENIED_WORDS);
  for (let at = from + 1; at < end; at += 1) {
    const turn = longestAt(words, at, turnsBack, marked);
    if (turn > 0) return at + turn;
  }
  return 0;
}

function deniedIn(words: readonly Word[], from: number, marked: boolean): number[] {
  for (let at = from; at < words.length; at += 1) {
    const length = longestAt(words, at, denials, marked);
    if (length === 0) continue;
    const end = Math.min(words.length, at + length + DENIED_WORDS);
    const turned = turnedIn(words, at + length, marked);
    if (turned > 0) return range(at, turned);
    // "không phải" alone at the front denies what we said, not what follows.
    return at > 0 && length > 1 && end === words.length && standsAt(words, at, wordsOf("chứ"), marked)
      ? range(at, end)
      : [];
  }
  return [];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

/** Length in words of the longest of the list that stands at `at`; 0 when none. */
function longestAt(words: readonly Word[], at: number, list: readonly Opening[], marked: boolean): number {
  return Math.max(0, ...list.map((opening) => (standsAt(words, at, opening, marked) ? opening.length : 0)));
}

function standsAt(words: readonly Word[], at: number, opening: Opening, marked: boolean): boolean {
  return opening.every(({ folded, key }, offset) => {
    const word = words[at + offset];
    return word?.folded === folded && (!marked || word.key === key);
  });
}
