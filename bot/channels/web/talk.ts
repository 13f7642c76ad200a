import type { PersonId } from "../../base/index.ts";
import type { Flow } from "../../conversation/index.ts";
import type { ReplyButton } from "../../domain/index.ts";

/** One message as the page shows it. */
export interface TalkItem {
  /** Grows with time; `after` compares it. */
  readonly place: Place;
  readonly from: "me" | "bot";
  /** A tap shows the button's title; undefined when that button is no longer known. */
  readonly text: string | undefined;
  readonly buttons: readonly ReplyButton[];
  readonly atMs: number;
}

/** Where a message stands in the talk: the turn, and 0 for what came in, 1… for replies. */
export interface Place {
  readonly seq: number;
  readonly part: number;
}

export const start: Place = { seq: 0, part: -1 };

export interface Talk {
  readonly items: readonly TalkItem[];
  /** There is more before these. */
  readonly more: boolean;
}

/** Messages shown: about ten questions with their answers. */
const SHOWN = 40;

/** The last messages of a person, oldest first. */
export async function readTalk(flow: Pick<Flow, "history">, person: PersonId): Promise<Talk> {
  const turns = await flow.history(person, SHOWN + 1);
  const titles = new Map(turns.flatMap(({ buttons }) => buttons.flatMap(titleOf)));
  const items = turns.map(({ seq, part, direction, text, buttons, atMs }): TalkItem => {
    const place = { seq, part };
    if (direction === "out") return { place, from: "bot", text, buttons, atMs };
    const tapped = text.startsWith(PAYLOAD_MARK);
    return { place, from: "me", text: tapped ? titles.get(text) : text, buttons, atMs };
  });
  return { items: items.slice(-SHOWN), more: items.length > SHOWN };
}

/** What every payload of a button starts with; see `answer/payload.ts`. */
const PAYLOAD_MARK = "#mc:";

function titleOf({ title, action }: ReplyButton): [string, string][] {
  return action.kind === "say" ? [[action.payload, title]] : [];
}

/** Only what the page does not show yet. */
export function itemsAfter(items: readonly TalkItem[], after: Place): readonly TalkItem[] {
  return items.filter(
    ({ place }) => place.seq > after.seq || (place.seq === after.seq && place.part > after.part),
  );
}

export function writePlace({ seq, part }: Place): string {
  return `${seq}.${part}`;
}

/** Reads what `writePlace` wrote; anything else is the start. */
export function readPlace(text: unknown): Place {
  const [, seq, part] = /^(\d{1,12})\.(\d{1,6}|-1)$/.exec(typeof text === "string" ? text : "") ?? [];
  return seq && part ? { seq: Number(seq), part: Number(part) } : start;
}
