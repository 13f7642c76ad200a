import type { Knowledge, Language, LifeEvent, OfferedChoice, ReplyMessage } from "../../domain/index.ts";
import { replyLimits } from "../../domain/index.ts";
import { writePayload } from "../payload.ts";
import { sayButton } from "./buttons.ts";
import { shortName } from "./subject.ts";
import { inLanguage, type Say } from "./wording.ts";

/** A life event as an ordered list of procedures, each a tap away. */
export function lifeEventReply(
  event: LifeEvent,
  knowledge: Knowledge,
  say: Say,
  language: Language,
): { messages: ReplyMessage[]; offered: OfferedChoice[] } {
  const steps = event.steps.flatMap((step) => {
    const procedure = knowledge.procedures.get(step.code);
    if (!procedure) return [];
    return [{ ...step, label: shortName({ procedure, guide: knowledge.guides.get(step.code), language }) }];
  });
  const lines = steps.map(({ label, when, sameVisit }, at) => {
    const why = when ? `: ${inLanguage(when, language)}` : "";
    const together = sameVisit ? say("life-event.same-visit") : "";
    return say("life-event.step", { number: at + 1, name: label, when: `${why}${together}` });
  });
  const opening = say("answered.life-event", {
    name: inLanguage(event.name, language),
    intro: inLanguage(event.intro, language),
  });
  return {
    messages: [
      {
        text: [opening, ...lines].join("\n"),
        buttons: steps
          .slice(0, replyLimits.buttons)
          .map(({ label, code }) => sayButton(label, { kind: "procedure", code })),
      },
    ],
    offered: steps.map(({ label, code }) => ({ label, payload: writePayload({ kind: "procedure", code }) })),
  };
}
