import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTurnWords } from "../../../../bot/answer/understand/turn-words.ts";
import { wordsOf } from "../../../../bot/text/index.ts";

const read = (text: string) => readTurnWords(wordsOf(text));
/** The words set aside, as typed without marks. */
const aside = (text: string) => {
  const words = wordsOf(text);
  return [...readTurnWords(words).aside].map((at) => words[at]?.folded).join(" ");
};

describe("turn words", () => {
  it.each([
    ["quay lại việc hồi nãy", "quay lai viec hoi nay"],
    ["quay lai vu tach thua", "quay lai vu"],
    ["hồi nãy em hỏi thuế", "hoi nay"],
    ["trở lại chuyện tạm vắng", "tro lai chuyen"],
    ["back to the permit", "back to"],
  ])("go back in “%s”, setting aside “%s”", (text, words) => {
    expect(read(text).goesBack).toBe(true);
    expect(aside(text)).toBe(words);
  });

  it.each([
    ["không, ý tôi là nhập hộ", "khong y toi la"],
    ["ý em là sang tên xe", "y em la"],
    ["không phải, tách thửa", "khong phai"],
    ["à nhầm, khai tử", "a nham"],
    ["khong phai vay", "khong phai vay"],
    ["no, I mean the birth one", "no i mean"],
    ["sorry I meant tax", "sorry i meant"],
  ])("correct in “%s”, setting aside “%s”", (text, words) => {
    expect(read(text).corrects).toBe(true);
    expect(aside(text)).toBe(words);
  });

  it.each([
    ["còn lệ phí", true],
    ["vậy nộp ở đâu", true],
    ["thế còn bản sao", true],
    ["con phi thi sao", true],
    ["và giấy tờ", true],
    ["what about the fee", true],
    ["and the papers", true],
    ["con gái đi học", false],
    ["lệ phí còn thiếu", false],
    ["rỗi việc", false],
  ])("continue in “%s”: %s", (text, continues) => {
    expect(read(text).continues).toBe(continues);
  });

  it.each([
    ["nếu ở xa", true],
    ["lỡ rách rồi", true],
    ["giả sử bán nhà", true],
    ["nhưng chưa cưới", true],
    ["rách bìa thì sao", true],
    ["rach bia thi sao a", true],
    ["mất hết giấy thì sao vậy em", true],
    ["if he is away", true],
    ["but I moved", true],
    ["lở đất", false],
    ["sao y bản chính", false],
    ["thì sao mới đúng", false],
    ["má em đi làm", false],
  ])("suppose in “%s”: %s", (text, supposes) => {
    expect(read(text).supposes).toBe(supposes);
  });

  it.each([
    ["đúng rồi", "yes"],
    ["Dạ có", "yes"],
    ["vâng", "yes"],
    ["ok", "yes"],
    ["dung vay", "yes"],
    ["Yes!", "yes"],
    ["không", "no"],
    ["khong", "no"],
    ["dạ không", "no"],
    ["không phải", "no"],
    ["việc khác", "no"],
    ["nope", "no"],
    ["có giấy rồi", undefined],
    ["không có đất", undefined],
    ["đứng rồi", undefined],
    ["phai nop thue", undefined],
    ["", undefined],
  ])("say in “%s” %s", (text, says) => {
    expect(read(text).says).toBe(says);
  });

  it.each([
    ["thẻ bị mất chứ không phải hư", "chu khong phai hu"],
    ["sang tên chứ đâu phải thế chấp", "chu dau phai the chap"],
    ["tui hỏi không phải đất mà là nhà", "khong phai dat ma la"],
    ["em làm đâu phải thẻ mới mà thẻ cũ", "dau phai the moi ma"],
    ["the bi mat chu khong phai hu", "chu khong phai hu"],
  ])("of “%s” set aside what is not meant: “%s”", (text, words) => {
    expect(aside(text)).toBe(words);
  });

  it.each([
    "đất này không phải của tôi",
    "nộp ở xã phải không",
    "nhà không có số",
    "thẻ bị mất chứ không phải vì tôi làm hư hay bán cho người lạ",
    "tạm trú",
    "",
  ])("of “%s” set nothing aside", (text) => {
    expect(aside(text)).toBe("");
  });

  it("are none in an ordinary question", () => {
    expect(read("Đăng ký tạm trú ở đâu?")).toEqual({
      goesBack: false,
      corrects: false,
      continues: false,
      supposes: false,
      aside: new Set(),
    });
  });

  it("set aside only words that are there", () => {
    const word = fc.constantFrom("không", "phải", "chứ", "mà", "là", "ý", "em", "quay", "lại", "thẻ", "hư");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (list) => {
        const words = wordsOf(list.join(" "));
        for (const at of readTurnWords(words).aside) expect(words[at]).toBeDefined();
      }),
    );
  });
});
