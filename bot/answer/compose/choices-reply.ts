import {
  type Facet,
  type Knowledge,
  type Language,
  type LifeEvent,
  type OfferedChoice,
  type ReplyMessage,
  replyLimits,
  type Text,
} from "../../domain/index.ts";
import { type Payload, writePayload } from "../payload.ts";
import { personButton, sayButton } from "./buttons.ts";
import { shortName } from "./subject.ts";
import { inLanguage, type Say } from "./wording.ts";

interface Choice {
  readonly label: string;
  readonly payload: Payload;
}

/**
 * Procedures to choose from, numbered for phones that show no buttons, with the whole situation last when they
 * belong to one.
 */
export function choicesReply(
  codes: readonly string[],
  question: Text | undefined,
  knowledge: Knowledge,
  say: Say,
  language: Language,
  facet: Facet | undefined,
): { messages: ReplyMessage[]; offered: OfferedChoice[] } {
  const procedures = codes.flatMap((code): Choice[] => {
    const procedure = knowledge.procedures.get(code);
    const payload: Payload = { kind: "procedure", code, ...(facet && { facet }) };
    return procedure
      ? [{ label: shortName({ procedure, guide: knowledge.guides.get(code), language }), payload }]
      : [];
  });
  const choices = [...procedures, ...wholeEvent(codes, knowledge, say, language)].slice(
    0,
    replyLimits.buttons,
  );
  const opening = question ? inLanguage(question, language) : say("clarify.procedure");
  const text = [opening, ...choices.map(({ label }, at) => `${at + 1}. ${label}`)].join("\n");
  const buttons = choices.map(({ label, payload }) => sayButton(label, payload));
  const extra = buttons.length < replyLimits.buttons ? [personButton(say)] : [];
  return {
    messages: [{ text, buttons: [...buttons, ...extra] }],
    offered: choices.map(({ label, payload }) => ({ label, payload: writePayload(payload) })),
  };
}

/** The situation that most of the offered procedures are steps of, two at least: perhaps all of it is meant. */
function wholeEvent(
  codes: readonly string[],
  { lifeEvents }: Knowledge,
  say: Say,
  language: Language,
): Choice[] {
  const covered = ({ steps }: LifeEvent) => steps.filter(({ code }) => codes.includes(code)).length;
  const [best] = lifeEvents.toSorted((a, b) => covered(b) - covered(a));
  if (!best || covered(best) < 2) return [];
  const label = say("clarify.life-event", { name: inLanguage(best.name, language) });
  return [{ label, payload: { kind: "life-event", id: best.id } }];
}
