import { type Facet, type Replies, type ReplyButton, replyLimits } from "../../domain/index.ts";
import { createExpressions, type Expressions } from "../../text/index.ts";
import { type Payload, writePayload } from "../payload.ts";
import type { Subject } from "./subject.ts";
import { type Say, wording } from "./wording.ts";

/** The parts people ask for most, in the order they ask. */
const offeredFacets: readonly Facet[] = ["documents", "fee", "time", "place", "online", "steps", "form"];

/** A button that says something; its title is cut to what the platform shows. */
export function sayButton(title: string, payload: Payload): ReplyButton {
  return { title: shortened(title), action: { kind: "say", payload: writePayload(payload) } };
}

/** The other parts of the procedure, at most as many as the platform takes. */
export function facetButtons({ procedure, say }: Subject, shown: readonly Facet[]): ReplyButton[] {
  return offeredFacets
    .filter((facet) => !shown.includes(facet))
    .slice(0, replyLimits.buttons)
    .map((facet) => sayButton(say(`button.${facet}`), { kind: "procedure", code: procedure.code, facet }));
}

/** The words on the button that is under so many answers, for who types them instead of pressing it. */
export function typedButtons(replies: Replies): Expressions<Payload> {
  return createExpressions(
    (["vi", "en"] as const).map(
      (language) => [wording(replies, language)("button.person"), { kind: "person" }] as const,
    ),
  );
}

export function personButton(say: Say): ReplyButton {
  return sayButton(say("button.person"), { kind: "person" });
}

function shortened(title: string): string {
  const letters = [...title];
  return letters.length <= replyLimits.title ? title : `${letters.slice(0, replyLimits.title - 1).join("")}…`;
}
