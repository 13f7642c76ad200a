import type { Fee } from "../../domain/index.ts";
import { eachGuide, eachProcedure } from "../checking/each.ts";
import type { Finding, Rule } from "../checking/rule.ts";
import { guideTexts } from "../checking/texts.ts";
import type { KnowledgeView } from "../checking/view.ts";

const promisesFree =
  /miễn phí|miễn lệ phí|không (?:thu|mất|tốn|phải (?:trả|nộp|đóng))(?: một)?(?: khoản)?(?: đồng)? (?:tiền|phí|lệ phí)|không tốn đồng|free of charge|\bno fee\b|\bfor free\b|\bno charge\b/i;
/** Words with which a record itself says that nothing is charged. */
const ground = /không thu|không phải (?:nộp|trả)|không mất|miễn/i;

/** The portal writes 0 for free, unknown and see elsewhere alike. */
export const freeGrounds: Rule = {
  name: "free-grounds",
  description: "Nothing is called free unless the record says so in words; a bare zero never means free.",
  scope: "texts",
  check: (knowledge) => [
    ...eachProcedure(knowledge, ({ procedure }) =>
      procedure.channels.flatMap(({ kind, fees }) =>
        fees.flatMap((fee) =>
          fee.kind === "free" && !ground.test(fee.ground)
            ? [
                {
                  field: `channels.${kind}.fees`,
                  found: fee.ground,
                  expected: "the record's words that nothing is charged",
                },
              ]
            : [],
        ),
      ),
    ),
    ...eachGuide(knowledge, ({ guide }) => {
      const record = knowledge.recordOf(guide.code);
      if (!record || ground.test(record.name) || record.channels.some(({ fees }) => fees.some(speaksOfFree)))
        return [];
      return guideTexts(guide).flatMap(({ field, text }) => {
        const promise = promisesFree.exec(text.vi) ?? promisesFree.exec(text.en ?? "");
        return promise
          ? [{ field, found: `“${promise[0]}”`, expected: "no such words: the record does not say it" }]
          : [];
      });
    }),
    ...wordings(knowledge),
  ],
};

function speaksOfFree(fee: Fee): boolean {
  if (fee.kind === "free") return true;
  return (fee.kind === "note" || fee.kind === "provincial-council") && ground.test(fee.note);
}

/** Wording that promises must quote its ground. */
function wordings(knowledge: KnowledgeView): Finding[] {
  return knowledge.replies.flatMap(({ file, name, text }) => {
    const bare = [text.vi, text.en].find((words) => promisesFree.test(words) && !words.includes("{ground}"));
    return bare
      ? [{ file, code: name, field: "wording", found: bare, expected: "the ground quoted with {ground}" }]
      : [];
  });
}
