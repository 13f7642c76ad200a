import type { ProcessingTime, TimeUnit } from "../../domain/index.ts";
import { pointsOf } from "./published-words.ts";

const unitWords: Readonly<Record<TimeUnit, string>> = {
  hour: "giờ",
  day: "ngày",
  "working-day": "ngày làm việc",
  month: "tháng",
};
const figure = /(\d+)\s*(?:\([^)]*\)\s*)?(ngày làm việc|ngày|giờ|tháng|tuần|phút|năm)(?!\p{L})/giu;
/** Fees stand in the same field of some records and are told elsewhere. */
const aboutMoney = /^(?:mức )?(?:phí|lệ phí)(?!\p{L})/iu;
const speaksOfTime = /\d\s*(?:\([^)]*\)\s*)?(?:ngày|giờ|tháng|tuần|phút|năm)|trong ngày|ngay (?:sau )?khi/iu;
/** Words by which a note takes something out or holds for some people only. */
const qualifies = /không (?:bao gồm|kể|tính)|(?<!\p{L})trừ(?!\p{L})|trường hợp|đối với/iu;
/** What nearly every note says around its figure: "trong thời hạn không quá … kể từ ngày nhận đủ hồ sơ hợp lệ". */
const usual = [
  /thời (?:hạn|gian)(?: giải quyết| thực hiện)?(?: thủ tục(?: hành chính)?)?(?: là)?|(?<!\p{L})trong(?: vòng)?(?!\p{L})/giu,
  /không quá|chậm nhất(?: là)?|tối đa/giu,
  /(?:tính |kể )*(?:từ|sau) (?:ngày|khi|thời điểm|lúc) .*?(?:nhận|tiếp nhận|hồ sơ).*$/giu,
];
/** Letters that may be left over beside the usual words; fewer name no case. */
const LEFT_OVER = 12;

/** The sentences of a note that stand in place of a figure: those about time, or all when none is. */
export function notesInPlace({ note }: Extract<ProcessingTime, { kind: "note" }>): string[] {
  const points = sentencesOf(note);
  const aboutTime = points.filter((point) => speaksOfTime.test(point) || qualifies.test(point));
  return aboutTime.some((point) => speaksOfTime.test(point)) ? aboutTime : points;
}

/** The sentences of a note that say more about the time than the figure beside it. */
export function notesBeside(time: Extract<ProcessingTime, { kind: "duration" }>): string[] {
  const points = sentencesOf(time.note ?? "").filter(
    (point) => (speaksOfTime.test(point) || qualifies.test(point)) && !repeats(point, time),
  );
  return points.some((point) => speaksOfTime.test(point)) ? points : [];
}

/** Points, each sentence apart: where to file stands in the same field and is told elsewhere. */
function sentencesOf(note: string): string[] {
  return pointsOf(note.replace(/(?<=[.;])\s+(?=[\p{Lu}\d])/gu, " - ")).filter(
    (point) => !aboutMoney.test(point),
  );
}

function repeats(point: string, { quantity, unit }: Extract<ProcessingTime, { kind: "duration" }>): boolean {
  if (qualifies.test(point)) return false;
  const same = [...point.matchAll(figure)].every(
    ([, number, word]) => Number(number) === quantity && word?.toLowerCase() === unitWords[unit],
  );
  const left = usual.reduce((text, words) => text.replace(words, ""), point.replace(figure, ""));
  return same && (left.match(/\p{L}/gu)?.length ?? 0) <= LEFT_OVER;
}
