import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrastsOf, createWorkspace, findEntries } from "../../../../bot/answer/match/first-look.ts";
import { readQuery } from "../../../../bot/answer/match/query-features.ts";
import { entryOf, queryOf, sampleIndex } from "../../../support/sample-entries.ts";

const index = sampleIndex();

function find(text: string, favourite = -1) {
  const work = createWorkspace(index);
  const query = readQuery(index, queryOf(text));
  const near = (entries: readonly number[]) => entries.map((entry) => (entry === favourite ? 0 : -1));
  const { matters } = findEntries(index, query, work, near);
  return { work, found: matters, codes: matters.map(({ entry }) => entry).sort() };
}

describe("findEntries", () => {
  it("finds every entry that shares a word, and no other", () => {
    expect(find("khai").codes).toEqual([0, 2]);
    expect(find("bầu trời").codes).toEqual([]);
  });

  it("puts what fits best last, nearness in the learned model counted", () => {
    expect(find("khai sinh").found.at(-1)?.entry).toBe(0);
    expect(find("khai sinh", 2).found.at(-1)?.entry).toBe(2);
  });

  it("finds the same with marks and without", () => {
    expect(find("lam giay khai sinh").codes).toEqual(find("làm giấy khai sinh").codes);
  });

  it("counts what many texts of an entry have more, and each further mention less", () => {
    const mentions = (times: number) => {
      const phrase = Array.from({ length: 4 }, (_, at) => (at < times ? `nhà ${at}` : `xe ${at}`));
      const own = sampleIndex([entryOf("1.000001", { phrase }), entryOf("1.000002", { phrase: ["đất"] })]);
      const query = readQuery(own, queryOf("nhà"));
      const { matters } = findEntries(own, query, createWorkspace(own), (entries) => entries.map(() => 0));
      return matters[0]?.sums[0] ?? 0;
    };
    const [one, two, three] = [mentions(1), mentions(2), mentions(3)];
    expect(two).toBeGreaterThan(one);
    expect(three).toBeGreaterThan(two);
    expect(three - two).toBeLessThan(two - one);
  });

  it("gives shares between 0 and 1 and leaves the workspace at zero", () => {
    const words = fc.array(fc.constantFrom("khai", "sinh", "giấy", "hôn", "lạ", "nhà", "cưới"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (list) => {
        const { found, work } = find(list.join(" "));
        for (const { union } of found) {
          expect(union).toBeGreaterThan(0);
          expect(union).toBeLessThanOrEqual(1);
        }
        for (const array of [...work.sums, work.heard])
          expect(array.some((value) => value !== 0)).toBe(false);
      }),
    );
  });
});

describe("contrasts", () => {
  const contrasts = (text: string, among: readonly number[]) => {
    const work = createWorkspace(index);
    const values = contrastsOf(index, readQuery(index, queryOf(text)), work, among);
    expect(work.places.some((place) => place !== 0)).toBe(false);
    return [...values];
  };

  it("are for what few of the entries have", () => {
    const [birth = 0, death = 0] = contrasts("đăng ký khai sinh", [0, 2]);
    expect(birth).toBeGreaterThan(death);
  });

  it("are none for what all of them have, or none of them", () => {
    expect(contrasts("khai", [0, 2])).toEqual([0, 0]);
    expect(contrasts("xây nhà", [0, 2])).toEqual([0, 0]);
  });
});

describe("readQuery", () => {
  it("counts words that no text has into the whole", () => {
    const known = readQuery(index, queryOf("khai sinh"));
    const strange = readQuery(index, queryOf("khai sinh xyzt"));
    expect(strange.ids).toEqual(known.ids);
    expect(strange.total).toBeGreaterThan(known.total);
  });

  it("takes lightly what asks for a part and what a story tells beside its point", () => {
    const whole = readQuery(index, queryOf("khai sinh")).total;
    const positions = new Set([0, 1]);
    expect(readQuery(index, { ...queryOf("khai sinh"), asking: positions }).total).toBeLessThan(whole);
    expect(readQuery(index, { ...queryOf("khai sinh"), background: positions }).total).toBeLessThan(whole);
  });
});
