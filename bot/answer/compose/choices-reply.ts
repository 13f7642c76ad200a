import type { Facet, Knowledge, Language, OfferedChoice, ReplyMessage, Text } from "../../domain/index.ts";
import { type Payload, writePayload } from "../payload.ts";
import { personButton, sayButton } from "./buttons.ts";
import { shortName } from "./subject.ts";
import { inLanguage, type Say } from "./wording.ts";

/** Two to four procedures to choose from, numbered for phones that show no buttons. */
export function choicesReply(
  codes: readonly string[],
  question: Text | undefined,
  knowledge: Knowledge,
  say: Say,
  language: Language,
  facet: Facet | undefined,
): { messages: ReplyMessage[]; offered: OfferedChoice[] } {
  const choices = codes.flatMap((code) => {
    const procedure = knowledge.procedures.get(code);
    const payload: Payload = { kind: "procedure", code, ...(facet && { facet }) };
    return procedure
      ? [{ label: shortName({ procedure, guide: knowledge.guides.get(code), language }), payload }]
      : [];
  });
  const opening = question ? inLanguage(question, language) : say("clarify.procedure");
  const text = [opening, ...choices.map(({ label }, at) => `${at + 1}. ${label}`)].join("\n");
  const buttons = choices.map(({ label, payload }) => sayButton(label, payload));
  const extra = buttons.length < 5 ? [personButton(say)] : [];
  return {
    messages: [{ text, buttons: [...buttons, ...extra] }],
    offered: choices.map(({ label, payload }) => ({ label, payload: writePayload(payload) })),
  };
}
