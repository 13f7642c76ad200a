import type { Knowledge, Language, LifeEvent, OfferedChoice, ReplyMessage } from "../../domain/index.ts";
import { replyLimits } from "../../domain/index.ts";
import { writePayload } from "../payload.ts";
import { sayButton } from "./buttons.ts";
import { shortName } from "./subject.ts";
import { limitText, sameLimit } from "./time-limit.ts";
import { inLanguage, type Say } from "./wording.ts";

interface Step {
  readonly label: string;
  readonly code: string;
  readonly text: string;
}

/**
 * A life event as an ordered list of procedures, each a tap away: one message, or two when there are more steps
 * than buttons. Every step can also be chosen by its number.
 */
export function lifeEventReply(
  event: LifeEvent,
  knowledge: Knowledge,
  say: Say,
  language: Language,
): { messages: ReplyMessage[]; offered: OfferedChoice[] } {
  const steps = stepsOf(event, knowledge, say, language);
  const opening = say("answered.life-event", {
    name: inLanguage(event.name, language),
    intro: inLanguage(event.intro, language),
  });
  const first = steps.slice(0, replyLimits.buttons);
  const rest = steps.slice(replyLimits.buttons);
  const messages = [
    message(opening, first),
    ...(rest.length > 0 ? [message(say("life-event.more"), rest)] : []),
  ];
  return {
    messages,
    offered: steps.map(({ label, code }) => ({ label, payload: writePayload({ kind: "procedure", code }) })),
  };
}

function stepsOf(event: LifeEvent, knowledge: Knowledge, say: Say, language: Language): Step[] {
  const known = event.steps.flatMap((step) => {
    const procedure = knowledge.procedures.get(step.code);
    return procedure ? [{ ...step, procedure }] : [];
  });
  return known.map(({ code, when, sameVisit, within, procedure }, at) => {
    const label = shortName({ procedure, guide: knowledge.guides.get(code), language });
    const why = when ? `: ${inLanguage(when, language)}` : "";
    const together = sameVisit ? say("life-event.same-visit") : "";
    // Several ways to do one thing share its limit; it is said once.
    const before = known.slice(0, at).some((step) => sameLimit(step.within, within));
    const limit =
      within && !before
        ? [`   ${limitText(within, say, language)} ${inLanguage(within.ifLate, language)}`]
        : [];
    const line = say("life-event.step", { number: at + 1, name: label, when: `${why}${together}` });
    return { label, code, text: [line, ...limit].join("\n") };
  });
}

function message(opening: string, steps: readonly Step[]): ReplyMessage {
  const buttons = steps
    .slice(0, replyLimits.buttons)
    .map(({ label, code }) => sayButton(label, { kind: "procedure", code }));
  return { text: [opening, ...steps.map(({ text }) => text)].join("\n"), buttons };
}
