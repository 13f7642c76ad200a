import type { Word } from "../../../text/index.ts";
import { wordSet } from "../word-set.ts";
import type { Cue, CueFinders } from "./cues.ts";
import type { Asked } from "./read-unit.ts";
import { contentEnd, type Unit } from "./units.ts";

/** A text longer than this tells a story; a part it happens to name at an edge is not asked for. */
const KEYWORDS = 16;
const opener = wordSet(
  "cho em mình tôi tui con xin hỏi dạ ad admin ơi về còn vậy thế thì anh chị cô chú bác các muốn biết là the a about",
);
/** After these a paper is what one acts on, not what one asks about: "rút lại hồ sơ". */
const acting = wordSet("nộp rút hủy làm bổ sung mất có lại các tên mấy xem sửa theo mất bằng trả");

/** In a message without a question, the part named at its beginning or end: "lệ phí trích lục", "khai tử giấy tờ". */
export function namedAtEdges(words: readonly Word[], units: readonly Unit[], find: CueFinders): Asked[] {
  if (words.length > KEYWORDS) return [];
  return units.flatMap(({ start, end, sentence }) => {
    const run = words.slice(start, end);
    const begin = run.findIndex((word) => !opener(word));
    const finish = contentEnd(run);
    const cues = find
      .names(run)
      .filter((cue) => cue.start === begin || (cue.end === finish && isAskedAtEnd(run, cue)));
    return cues.map((cue) => ({
      facet: cue.facet,
      clear: true,
      whatIf: false,
      start: start + cue.start,
      end: start + cue.end,
      sentence,
    }));
  });
}

function isAskedAtEnd(words: readonly Word[], { facet, start }: Cue): boolean {
  return facet === "online" || facet === "place" || !acting(words[start - 1]);
}
