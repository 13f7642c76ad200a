import type { MatchIndex } from "./build-index.ts";
import type { Workspace } from "./first-look.ts";
import { type QueryFeatures, unitTotalOf } from "./query-features.ts";

/** A close look at one entry. All numbers 0–1. */
export interface EntryFit {
  /** How well its best phrase and its best name fit. */
  phrase: number;
  name: number;
  /** Of the best phrase: share of it that is in the question, and share of the question that it explains. */
  complete: number;
  explains: number;
  nameComplete: number;
  /** How nearly a phrase or a name and the question, what it asks aside, are the same. */
  exact: number;
  bestUnit: number;
}

/** So that three quarters of a phrase are far from the whole. */
const EXACTNESS = 4;
const PHRASE = 0;
const NAME = 1;

/**
 * How well a text fits a question, 0–1. `complete`: share of the text that is in the question; `explains`: the
 * reverse. A perfect phrase inside a long story must still win, so `complete` counts more: its power is 3/4, that
 * of `explains` 1/2, both by roots because this runs for every text looked at.
 */
export function similarity(complete: number, explains: number): number {
  const root = Math.sqrt(complete);
  return root * Math.sqrt(root * Math.min(1, explains));
}

/** Notes the question's features in the workspace; `clearFeatures` takes them out again. */
export function setFeatures({ ids, weights }: QueryFeatures, { asked, featureWeight }: Workspace): void {
  ids.forEach((id, at) => {
    asked[id] = 1;
    featureWeight[id] = weights[at] ?? 0;
  });
}

export function clearFeatures({ ids }: QueryFeatures, { asked }: Workspace): void {
  for (const id of ids) asked[id] = 0;
}

/** Looks at every text of one entry. `setFeatures` comes before. */
export function fitEntry(index: MatchIndex, query: QueryFeatures, work: Workspace, entry: number): EntryFit {
  const first = index.firstUnit[entry] as number;
  const fit = { phrase: 0, name: 0, complete: 0, explains: 0, nameComplete: 0, exact: 0, bestUnit: first };
  const totals = unitTotalOf(index, query);
  for (let unit = first; unit < (index.firstUnit[entry + 1] as number); unit += 1) {
    const kind = index.unitKind[unit] as number;
    if (kind > NAME) continue;
    const matched = matchedOf(index, work, unit);
    if (matched === 0) continue;
    const complete = matched / (totals[unit] as number);
    fit.exact = Math.max(fit.exact, (complete * Math.min(1, matched / query.matterTotal)) ** EXACTNESS);
    note(fit, kind, unit, complete, Math.min(1, matched / query.total));
  }
  return fit;
}

/** Weighted rarity that a unit shares with the question. */
function matchedOf(
  { featuresOf: { starts, values, weights }, rarity }: MatchIndex,
  { asked, featureWeight }: Workspace,
  unit: number,
): number {
  const end = starts[unit + 1] as number;
  let sum = 0;
  for (let at = starts[unit] as number; at < end; at += 1) {
    const id = values[at] as number;
    if (asked[id] === 0) continue;
    const weight = featureWeight[id] as number;
    const own = weights[at] as number;
    sum += (rarity[id] as number) * (weight < own ? weight : own);
  }
  return sum;
}

function note(fit: EntryFit, kind: number, unit: number, complete: number, explains: number): void {
  const score = similarity(complete, explains);
  if (kind === NAME) {
    fit.name = Math.max(fit.name, score);
    fit.nameComplete = Math.max(fit.nameComplete, complete);
  } else if (kind === PHRASE && score > fit.phrase) {
    Object.assign(fit, { phrase: score, bestUnit: unit, complete, explains });
  }
}
