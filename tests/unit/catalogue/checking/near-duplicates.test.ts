import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearDuplicates } from "../../../../bot/catalogue/checking/near-duplicates.ts";
import { phraseKey } from "../../../../bot/catalogue/checking/phrases.ts";

const syllables =
  "làm giấy khai sinh cho con em bé mới đẻ ở trạm xá nhà quê ngoại sổ đỏ đất xe máy cưới".split(" ");
const sentence = fc
  .array(fc.constantFrom(...syllables), { minLength: 4, maxLength: 12 })
  .map((words) => words.join(" "));

/** The share of letters to change, reckoned the plain way. */
function plainDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_none, index) => index);
  for (let at = 1; at <= a.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= b.length; to += 1) {
      const same = a[at - 1] === b[to - 1] ? 0 : 1;
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function found(text: string, question: string): boolean {
  return nearDuplicates([text], (each) => each, [{ id: "q", text: question }]).length > 0;
}

describe("nearDuplicates", () => {
  it("finds every pair that differs in at most a tenth of its letters, and no other", () => {
    fc.assert(
      fc.property(sentence, sentence, fc.nat(), (text, other, seed) => {
        // Half of the pairs are far apart, half are one text with a few letters changed.
        const changed = [...text].map((letter, at) => ((at * 7 + seed) % 13 === 0 ? "q" : letter)).join("");
        for (const question of [other, changed]) {
          const [a, b] = [phraseKey(text), phraseKey(question)];
          const longest = Math.max(a.length, b.length);
          const long = Math.min(a.split(" ").length, b.split(" ").length) >= 4;
          expect(found(text, question)).toBe(long && plainDistance(a, b) <= Math.floor(longest * 0.1 + 1e-9));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("sees through accents, capitals and punctuation", () => {
    expect(found("làm giấy khai sinh cho bé", "LAM GIAY KHAI SINH, CHO BE??")).toBe(true);
  });

  it("names the question", () => {
    const questions = [
      { id: "q1", text: "mở quán cà phê ở nhà" },
      { id: "q2", text: "sang tên sổ đỏ cho con" },
    ];
    expect(nearDuplicates(["sang tên sổ đỏ cho con"], (each) => each, questions)).toEqual([
      { item: "sang tên sổ đỏ cho con", question: questions[1] },
    ]);
  });
});
