import type { Chance } from "../torture/chance.ts";

/** What one person does at one moment of the day. */
export interface Deed {
  readonly atMs: number;
  readonly personId: string;
  readonly kind: "text" | "button" | "sticker" | "image" | "audio" | "file" | "location";
  /** Of a text; a button that is not there is said instead. */
  readonly text: string;
}

const HOUR_MS = 60 * 60_000;
/** How busy each hour of a working day is, from midnight. */
const busy = [1, 1, 0, 0, 0, 1, 4, 9, 12, 12, 10, 6, 4, 8, 11, 11, 9, 6, 5, 6, 7, 6, 4, 2];

/** A day's deeds, in the order of time. The same chance gives the same day. */
export function planDay(parts: {
  readonly messages: number;
  readonly people: number;
  readonly questions: readonly string[];
  readonly chance: Chance;
}): readonly Deed[] {
  const { messages, people, questions, chance } = parts;
  const ids = Array.from({ length: people }, (_, at) => `2${String(at + 1).padStart(18, "0")}`);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[chance.below(list.length)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };
  const hours = busy.flatMap((weight, hour) => Array.from({ length: weight }, () => hour));
  const deeds = Array.from({ length: messages }, (): Deed => {
    const atMs = pick(hours) * HOUR_MS + chance.below(HOUR_MS);
    return { atMs, personId: pick(ids), kind: kindOf(chance.next()), text: pick(questions) };
  });
  return deeds.sort((a, b) => a.atMs - b.atMs);
}

function kindOf(share: number): Deed["kind"] {
  if (share < 0.75) return "text";
  if (share < 0.95) return "button";
  return (
    (["sticker", "image", "audio", "file", "location"] as const)[Math.floor((share - 0.95) * 100)] ?? "text"
  );
}
