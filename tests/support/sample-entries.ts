import type { MatchIndex } from "../../bot/answer/match/build-index.ts";
import { buildIndex } from "../../bot/answer/match/build-index.ts";
import type { Entry, UnitKind } from "../../bot/answer/match/entries.ts";
import type { Query } from "../../bot/answer/match/query-features.ts";
import type { Concept } from "../../bot/domain/index.ts";
import { wordsOf } from "../../bot/text/index.ts";

export const sampleConcepts: readonly Concept[] = [
  { id: "marry", words: ["kết hôn", "hôn thú", "cưới"] },
  { id: "lost", words: ["mất"] },
];
export const sampleFillers: readonly string[] = ["cho", "em", "tôi"];

/** An entry for a procedure with its texts; no word before any question in its favour. */
export function entryOf(code: string, texts: Partial<Readonly<Record<UnitKind, readonly string[]>>>): Entry {
  const kinds: readonly UnitKind[] = ["phrase", "name", "purpose"];
  return {
    target: { kind: "procedure", code },
    prior: [0, 0, 0, 0],
    texts: kinds.flatMap((kind) => (texts[kind] ?? []).map((text) => ({ kind, text }))),
  };
}

export const sampleEntries: readonly Entry[] = [
  entryOf("1.000001", {
    phrase: ["khai sinh cho con", "làm giấy khai sinh", "khai sinh trễ hạn"],
    name: ["Đăng ký khai sinh"],
    purpose: ["Để con có giấy khai sinh"],
  }),
  entryOf("1.000002", {
    phrase: ["kết hôn với người Việt", "làm hôn thú"],
    name: ["Đăng ký kết hôn"],
    purpose: ["Để hai người thành vợ chồng"],
  }),
  entryOf("1.000003", {
    phrase: ["khai tử cho người thân", "giấy chứng tử"],
    name: ["Đăng ký khai tử"],
  }),
  entryOf("1.000004", { phrase: ["xin phép xây nhà"], name: ["Cấp giấy phép xây dựng"] }),
];

export function sampleIndex(entries: readonly Entry[] = sampleEntries): MatchIndex {
  return buildIndex(entries, sampleConcepts, sampleFillers);
}

export function queryOf(text: string): Query {
  return { words: wordsOf(text.toLowerCase()) };
}
