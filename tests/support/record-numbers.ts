import type { Guide, Procedure, Text, TimeLimit } from "../../bot/domain/index.ts";

/** Words of a text that hold a digit, whole: `66/2025/NĐ-CP`, `18/07/2026`, `2.500.000`, `3x4`. */
export function figuresIn(text: string): string[] {
  return text
    .split(/[\s“”"'‘’()[\],;|+*•=<>]+/u)
    .filter((word) => /\d/.test(word))
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
}

/** All that a record says, as one searchable text. */
export interface RecordText {
  readonly says: (figure: string) => boolean;
  /** True when the very words stand in the record. */
  readonly quotes: (words: string) => boolean;
}

/** What may be shown of records: their strings, their numbers, their dates. Ids and fingerprints are no facts. */
export function recordText(record: Procedure): RecordText {
  const { fingerprint: _fingerprint, portalId: _portalId, ...source } = record.source;
  const strings: string[] = [];
  const numbers = new Set<string>();
  collect({ ...record, source, figures: record.figures ?? "" }, strings, numbers);
  const text = strings.join("\n");
  const figures = new Set(figuresIn(text).flatMap((word) => [word, ...word.split(/[-–:]/)]));
  return {
    says: (figure) => figures.has(figure) || numbers.has(ungrouped(figure)) || figures.has(isoDay(figure)),
    quotes: (words) => text.includes(words),
  };
}

function collect(value: unknown, strings: string[], numbers: Set<string>): void {
  if (typeof value === "string") strings.push(value);
  else if (typeof value === "number") numbers.add(String(value));
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) collect(inner, strings, numbers);
}

/** `2.500.000` → `2500000`; a number with a comma is a decimal. */
function ungrouped(figure: string): string {
  return /^\d{1,3}(?:\.\d{3})+$/.test(figure) ? figure.replaceAll(".", "") : figure;
}

/** `18/07/2026` → `2026-07-18`. */
function isoDay(figure: string): string {
  return figure.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3-$2-$1");
}

/** Everything a guide says, phrases and keys aside. */
export function guideWords(guide: Guide): string[] {
  const {
    phrases: _phrases,
    phrasesEn: _phrasesEn,
    situations: _situations,
    related: _related,
    checkedOn: _checkedOn,
    ...said
  } = guide;
  return textsIn(said);
}

/** What the law's time limit for the citizen says, and its number. */
export function limitWords({ quantity, from, ifLate }: TimeLimit): string[] {
  return [String(quantity), ...textsIn({ from, ifLate })];
}

/** All `{ vi, en }` texts inside a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (isText(value)) return [value.vi, ...(value.en ? [value.en] : [])];
  return Object.values(value).flatMap(textsIn);
}

function isText(value: object): value is Text {
  return "vi" in value && typeof value.vi === "string";
}
