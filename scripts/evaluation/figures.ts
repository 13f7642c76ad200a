import type { Kind } from "./items.ts";
import type { Verdict } from "./judge.ts";
import type { Run } from "./run.ts";

const share = (part: number, whole: number) =>
  whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 10_000;

export interface AnswerableFigures {
  readonly n: number;
  readonly top1: number;
  readonly top3: number;
  readonly answered: number;
  readonly wrong: number;
  readonly refused: number;
}

/** The contract's JSON: shares are 0–1. */
export interface Figures {
  readonly n: number;
  readonly notInCatalogue: number;
  readonly answerable: AnswerableFigures & { readonly byStyle: Readonly<Record<string, AnswerableFigures>> };
  readonly ambiguous: { readonly n: number; readonly offered: number };
  readonly offtopic: { readonly n: number; readonly refused: number };
  readonly smalltalk: { readonly n: number; readonly right: number };
  readonly feedback: { readonly n: number; readonly right: number };
  readonly handoff: { readonly n: number; readonly right: number };
  readonly status: { readonly n: number; readonly right: number };
  readonly facet: {
    readonly n: number;
    readonly right: number;
    readonly byFacet: Readonly<Record<string, Part>>;
  };
  /** What the messages of each kind got, most frequent first. */
  readonly statuses: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Procedures taken for one another, most frequent first. */
  readonly confusions: readonly { readonly expected: string; readonly got: string; readonly n: number }[];
  readonly conversations: { readonly n: number; readonly turnsRight: number };
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  readonly calibration: readonly { readonly from: number; readonly n: number; readonly right: number }[];
  readonly misses: readonly Miss[];
}

interface Part {
  readonly n: number;
  readonly right: number;
}

export interface Miss {
  readonly id: string;
  readonly text: string;
  readonly expect: readonly string[];
  readonly got: readonly string[];
  readonly status: string;
}

/** Sums a run up. `known` tells whether the catalogue holds a code. */
export function figuresOf({ verdicts, turns, tookMs }: Run, known: (code: string) => boolean): Figures {
  const absent = ({ item }: Verdict) => item.expect.length > 0 && !item.expect.some(known);
  const present = verdicts.filter((verdict) => !absent(verdict));
  const of = (kind: Kind) => present.filter(({ item }) => item.kind === kind);
  const right = (kind: Kind) => ({
    n: of(kind).length,
    right: share(of(kind).filter((one) => one.right).length, of(kind).length),
  });
  const answerable = of("answerable");
  const styles = [...new Set(answerable.map(({ item }) => item.style))].sort();
  const withFacet = present.filter(({ facetRight }) => facetRight !== undefined);
  const presentTurns = turns.filter((turn) => !absent(turn));
  const sorted = tookMs.toSorted((a, b) => a - b);
  const quantile = (q: number) =>
    Math.round(1000 * (sorted[Math.floor(q * (sorted.length - 1))] ?? 0)) / 1000;
  return {
    n: verdicts.length,
    notInCatalogue: verdicts.length - present.length,
    answerable: {
      ...answerableFigures(answerable),
      byStyle: Object.fromEntries(
        styles.map((style) => [
          style,
          answerableFigures(answerable.filter(({ item }) => item.style === style)),
        ]),
      ),
    },
    ambiguous: { n: of("ambiguous").length, offered: right("ambiguous").right },
    offtopic: { n: of("offtopic").length, refused: right("offtopic").right },
    smalltalk: right("smalltalk"),
    feedback: right("feedback"),
    handoff: right("handoff"),
    status: right("status"),
    facet: {
      ...facetFigures(withFacet),
      byFacet: grouped(withFacet, ({ item }) => item.facet ?? "", facetFigures),
    },
    statuses: grouped(
      present,
      ({ item }) => item.kind,
      (some) => counted(some.map(({ answer }) => answer.status)),
    ),
    confusions: Object.entries(
      counted(answerable.filter(({ first, refused }) => !first && !refused).map(confusion)),
    ).map(([pair, n]) => ({ expected: pair.split(" ")[0] ?? "", got: pair.split(" ")[1] ?? "", n })),
    conversations: {
      n: presentTurns.length,
      turnsRight: share(presentTurns.filter((one) => one.right).length, presentTurns.length),
    },
    latencyMs: { p50: quantile(0.5), p99: quantile(0.99) },
    calibration: calibrationOf(answerable),
    misses: [...present, ...presentTurns].filter((one) => !one.right).map(missOf),
  };
}

function facetFigures(verdicts: readonly Verdict[]): Part {
  return {
    n: verdicts.length,
    right: share(verdicts.filter(({ facetRight }) => facetRight).length, verdicts.length),
  };
}

function confusion({ item, answer }: Verdict): string {
  return `${item.expect[0]} ${answer.procedures[0]?.code}`;
}

function grouped<T>(
  verdicts: readonly Verdict[],
  keyOf: (verdict: Verdict) => string,
  sum: (some: readonly Verdict[]) => T,
): Record<string, T> {
  const keys = [...new Set(verdicts.map(keyOf))].sort();
  return Object.fromEntries(keys.map((key) => [key, sum(verdicts.filter((one) => keyOf(one) === key))]));
}

function counted(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]));
}

function answerableFigures(verdicts: readonly Verdict[]): AnswerableFigures {
  const n = verdicts.length;
  const count = (test: (verdict: Verdict) => boolean) => share(verdicts.filter(test).length, n);
  return {
    n,
    top1: count(({ first }) => first),
    top3: count(({ firstThree }) => firstThree),
    answered: count(({ answered }) => answered),
    wrong: count(({ wrong }) => wrong),
    refused: count(({ refused }) => refused),
  };
}

/** Of answers whose stated confidence lies in a tenth, how many were right. */
function calibrationOf(verdicts: readonly Verdict[]): Figures["calibration"] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const within = verdicts.filter(({ answer }) => {
      const confidence = answer.procedures[0]?.confidence;
      return confidence !== undefined && Math.min(9, Math.floor(confidence * 10)) === tenth;
    });
    return {
      from: tenth / 10,
      n: within.length,
      right: share(within.filter(({ first }) => first).length, within.length),
    };
  });
}

function missOf({ item, answer }: Verdict): Miss {
  return {
    id: item.id,
    text: item.text,
    expect: item.expect,
    got: answer.procedures.slice(0, 3).map(({ code }) => code),
    status: answer.status,
  };
}
