import { beforeAll, describe, expect, it } from "vitest";
import type { Facet } from "../../../bot/domain/index.ts";
import {
  asksWhich,
  BIRTH,
  COPY,
  card,
  createLeader,
  DEATH,
  LICENCE_EXCHANGE,
  LICENCE_FOREIGN,
  LICENCE_LOST,
  LICENCE_TEST,
  MARRIAGE,
  numberOf,
  part,
  RESIDENCE,
  SPLIT,
  TEMPORARY,
  type Turn,
  tap,
} from "../../support/lead-talks.ts";

let leader: ReturnType<typeof createLeader>;
beforeAll(() => {
  leader = createLeader();
});
const lead = (turns: readonly Turn[]) => leader.lead(turns);

const talks: readonly { readonly name: string; readonly turns: readonly Turn[] }[] = [
  {
    name: "a part asked next is asked of the matter before",
    turns: [
      { say: "đăng ký kết hôn cần mang theo giấy tờ gì", ends: part(MARRIAGE, "documents") },
      { say: "còn lệ phí thì sao", ends: part(MARRIAGE, "fee") },
      { say: "nộp ở đâu vậy", ends: part(MARRIAGE, "place") },
      { say: "mấy bữa có kết quả", ends: part(MARRIAGE, "time") },
    ],
  },
  {
    name: "a part asked before is asked again of the next matter",
    turns: [
      { say: "tách hộ khẩu bao nhiêu tiền", ends: part(SPLIT, "fee") },
      { say: "còn đăng ký tạm trú", ends: part(TEMPORARY, "fee") },
      { say: "vậy khai tử thì sao", ends: part(DEATH, "fee") },
    ],
  },
  {
    name: "thanks and idle talk in between do not make it forget",
    turns: [
      { say: "đăng ký tạm trú cần giấy tờ gì", ends: part(TEMPORARY, "documents") },
      { say: "cảm ơn nha", ends: { status: "smalltalk.thanks" } },
      { say: "thế nộp ở đâu", ends: part(TEMPORARY, "place") },
      { say: "giá xăng hôm nay", ends: { status: "refused.off-topic" } },
      { say: "mấy ngày có kết quả", ends: part(TEMPORARY, "time") },
    ],
  },
  {
    name: "a broad word is asked back, and a choice is picked by its number",
    turns: [
      {
        say: "bằng lái xe",
        ends: {
          status: "clarify.procedure",
          offers: [LICENCE_EXCHANGE, LICENCE_TEST, LICENCE_LOST, LICENCE_FOREIGN],
        },
      },
      { say: (before) => numberOf(before, LICENCE_TEST), ends: card(LICENCE_TEST) },
      { say: "bao nhiêu tiền", ends: part(LICENCE_TEST, "fee") },
    ],
  },
  {
    name: "a choice is picked by its place",
    turns: [
      { say: "bằng lái xe", ends: { status: "clarify.procedure" } },
      { say: "cái cuối", ends: card(LICENCE_FOREIGN) },
    ],
  },
  {
    name: "a choice is picked by a word of it",
    turns: [
      { say: "hộ khẩu", ends: { status: "clarify.procedure", offers: [RESIDENCE, SPLIT] } },
      { say: "tách ra", ends: card(SPLIT) },
      { say: "mấy ngày thì xong", ends: part(SPLIT, "time") },
    ],
  },
  {
    name: "a choice is picked by a tap, and parts of it by further taps",
    turns: [
      { say: "bằng lái xe", ends: { status: "clarify.procedure" } },
      { say: tap(/bị mất/), ends: card(LICENCE_LOST) },
      { say: tap("Lệ phí"), ends: part(LICENCE_LOST, "fee") },
      { say: tap(/ở đâu/i), ends: part(LICENCE_LOST, "place") },
    ],
  },
  {
    name: "a case is answered by its number, and the next question keeps it",
    turns: [
      { say: "làm giấy khai sinh cho con cần giấy tờ gì", ends: part(BIRTH, "documents") },
      { say: "2", ends: { codes: [BIRTH], decided: { "giay-chung-sinh": "khong" } } },
      { say: "phí bao nhiêu", ends: { ...part(BIRTH, "fee"), decided: { "giay-chung-sinh": "khong" } } },
    ],
  },
  {
    name: "a case is answered in free words",
    turns: [
      { say: "làm giấy khai sinh cho con cần giấy tờ gì", ends: part(BIRTH, "documents") },
      { say: "cháu sanh tại nhà", ends: { codes: [BIRTH], decided: { "giay-chung-sinh": "khong" } } },
    ],
  },
  {
    name: "another matter named in the middle is answered",
    turns: [
      { say: "đăng ký kết hôn cần giấy tờ gì", ends: part(MARRIAGE, "documents") },
      { say: "đăng ký tạm trú bao nhiêu tiền", ends: part(TEMPORARY, "fee") },
      { say: "sao y bản chính nộp ở đâu", ends: part(COPY, "place") },
      { say: "mấy ngày", ends: part(COPY, "time") },
    ],
  },
  {
    name: "a correction replaces what was understood",
    turns: [
      { say: "làm lại căn cước bị mất", ends: { codes: ["1.014064"] } },
      { say: "không, ý tôi là làm lại bằng lái bị mất", ends: { codes: [LICENCE_LOST] } },
    ],
  },
  {
    name: "a correction keeps the part that was asked",
    turns: [
      { say: "đăng ký tạm trú bao nhiêu tiền", ends: part(TEMPORARY, "fee") },
      { say: "nhầm rồi, tách hộ khẩu", ends: part(SPLIT, "fee") },
    ],
  },
  {
    name: "a correction by what is wanted",
    turns: [
      { say: "đăng ký tạm trú cần giấy tờ gì", ends: part(TEMPORARY, "documents") },
      { say: "không, tôi muốn đăng ký thường trú cơ", ends: part(RESIDENCE, "documents") },
    ],
  },
  {
    name: "going back leads to the matter before",
    turns: [
      { say: "đăng ký kết hôn cần giấy tờ gì", ends: part(MARRIAGE, "documents") },
      { say: "đăng ký tạm trú cần giấy tờ gì", ends: part(TEMPORARY, "documents") },
      { say: "quay lại", ends: card(MARRIAGE) },
      { say: "lệ phí bao nhiêu", ends: part(MARRIAGE, "fee") },
    ],
  },
  {
    name: "going back leads to the one that is named, with the part that is asked",
    turns: [
      { say: "đăng ký kết hôn cần giấy tờ gì", ends: part(MARRIAGE, "documents") },
      { say: "sao y bản chính bao nhiêu tiền", ends: part(COPY, "fee") },
      { say: "đăng ký tạm trú mấy ngày xong", ends: part(TEMPORARY, "time") },
      { say: "quay lại vụ kết hôn, lệ phí bao nhiêu", ends: part(MARRIAGE, "fee") },
    ],
  },
  { name: "going back with nothing before asks which", turns: [{ say: "quay lại", ends: asksWhich }] },
  {
    name: "a part asked of nothing asks which",
    turns: [
      { say: "lệ phí bao nhiêu", ends: { ...asksWhich, facets: ["fee"] } },
      { say: "cần giấy tờ gì", ends: { ...asksWhich, facets: ["documents"] } },
    ],
  },
  {
    name: "after most of a day the talk goes on",
    turns: [
      { say: "đăng ký tạm trú cần giấy tờ gì", ends: part(TEMPORARY, "documents") },
      { say: "lệ phí bao nhiêu", afterHours: 23, ends: part(TEMPORARY, "fee") },
    ],
  },
  {
    name: "after two days the old matter is asked about first, and yes goes on",
    turns: [
      { say: "đăng ký tạm trú cần giấy tờ gì", ends: part(TEMPORARY, "documents") },
      {
        say: "nộp ở đâu",
        afterHours: 48,
        ends: {
          status: "clarify.procedure",
          codes: [TEMPORARY],
          says: /Bạn còn hỏi về “Đăng ký tạm trú” không/,
        },
      },
      { say: "đúng rồi", ends: part(TEMPORARY, "place") },
    ],
  },
  {
    name: "after two days the number takes up the old matter too",
    turns: [
      { say: "đăng ký kết hôn cần giấy tờ gì", ends: part(MARRIAGE, "documents") },
      {
        say: "còn lệ phí bao nhiêu",
        afterHours: 48,
        ends: { status: "clarify.procedure", codes: [MARRIAGE] },
      },
      { say: "1", ends: part(MARRIAGE, "fee") },
    ],
  },
  {
    name: "after two days another matter is asked for",
    turns: [
      { say: "đăng ký kết hôn cần giấy tờ gì", ends: part(MARRIAGE, "documents") },
      { say: "còn lệ phí bao nhiêu", afterHours: 48, ends: { status: "clarify.procedure" } },
      { say: "việc khác", ends: asksWhich },
      { say: "khai tử cần giấy tờ gì", ends: part(DEATH, "documents") },
    ],
  },
  {
    name: "a situation is shown whole, and its steps are picked by number",
    turns: [
      {
        say: "mới sinh em bé cần lo giấy tờ gì hết",
        ends: { status: "answered.life-event", offers: [BIRTH] },
      },
      { say: (before) => numberOf(before, BIRTH), ends: { codes: [BIRTH] } },
      { say: "mấy ngày", ends: part(BIRTH, "time") },
    ],
  },
  {
    name: "an emergency in the middle of a talk comes first",
    turns: [
      { say: "đăng ký tạm trú cần giấy tờ gì", ends: part(TEMPORARY, "documents") },
      { say: "nhà tôi đang cháy", ends: { status: "handoff.emergency", says: /114/ } },
    ],
  },
];

describe("a talk in which", () => {
  it.each(talks)("$name", ({ turns }) => {
    lead(turns);
  });
});

describe("several questions in one message", () => {
  it.each<[string, readonly string[], readonly Facet[]]>([
    ["đăng ký kết hôn cần giấy tờ gì, tách hộ khẩu mấy ngày xong", [MARRIAGE, SPLIT], ["documents", "time"]],
    [
      "đăng ký kết hôn cần giấy tờ gì? còn sao y bản chính thì bao nhiêu tiền?",
      [MARRIAGE, COPY],
      ["documents", "fee"],
    ],
    ["tách hộ khẩu nộp ở đâu và đăng ký tạm trú bao nhiêu tiền", [SPLIT, TEMPORARY], ["place", "fee"]],
    [
      "sao y bản chính bao nhiêu tiền, ngoài ra tách hộ khẩu cần giấy tờ gì",
      [COPY, SPLIT],
      ["fee", "documents"],
    ],
  ])("“%s” is answered both times", (say, codes, facets) => {
    const [given] = lead([{ say, ends: { status: "answered.several", codes, facets } }]);
    expect(given?.messages).toHaveLength(2);
    given?.messages.forEach(({ text }, at) => {
      expect(text).toMatch(new RegExp(`Nguồn: .*${codes[at]?.replace(".", "\\.")}`));
    });
  });

  it("leave the talk at the last of them", () => {
    lead([
      {
        say: "đăng ký kết hôn cần giấy tờ gì, tách hộ khẩu mấy ngày xong",
        ends: { status: "answered.several" },
      },
      { say: "lệ phí bao nhiêu", ends: part(SPLIT, "fee") },
    ]);
  });

  it("about three matters are asked back", () => {
    lead([
      {
        say: "đăng ký tạm trú ở đâu? sao y bản chính bao nhiêu tiền? khai tử cần gì?",
        ends: { status: "clarify.procedure", codes: [TEMPORARY, COPY, DEATH] },
      },
    ]);
  });

  it("about two parts of one matter are one answer", () => {
    lead([
      { say: "đăng ký tạm trú cần giấy tờ gì và nộp ở đâu", ends: part(TEMPORARY, "documents", "place") },
    ]);
  });
});

describe("all papers of a turn in life", () => {
  it.each(["bà nội qua đời hồi tối, gia đình cần làm thủ tục gì", "mua đất xong phải làm những thủ tục gì"])(
    "“%s” is answered with the whole path",
    (say) => {
      lead([{ say, ends: { status: "answered.life-event" } }]);
    },
  );
});
