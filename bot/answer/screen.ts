import type { AnswerStatus } from "../domain/index.ts";
import { normalise } from "../text/index.ts";
import type { Step } from "./draft.ts";
import { readPayload } from "./payload.ts";

/** `H40.12-261103-0007`: agency, date, number; the form of every dossier number since 2022. */
const dossierNumber = /(?<![\w.])[A-Z]\d{2}(?:\.\d{1,4})*-\d{6}-\d{3,6}(?!\w)/i;
const readable = /[\p{L}\p{N}]/u;
const links = /(?:https?:\/\/|www\.|\b(?:bit\.ly|t\.me|tinyurl\.com)\b)\S*/gi;
/** The host itself ends in gov.vn: `gov.vn.example.com` and `gov.vn@example.com` do not. */
const officialLink = /^(?:https?:\/\/)?(?:[\w-]+\.)*gov\.vn(?=$|[/?#]|:\d+(?:$|[/?#])|[.,;:!?)"]+$)/i;

/** Settles what needs no understanding: taps on buttons, dossier numbers, links, nothing to read. */
export const screen: Step = (draft) => {
  const text = normalise(draft.question.text);
  const payload = readPayload(text);
  if (payload) return { ...draft, text, payload, log: [...draft.log, `button: ${payload.kind}`] };
  const status = statusOf(text);
  if (!status) return { ...draft, text };
  return { ...draft, text, decision: { kind: "status", status }, log: [...draft.log, `screened: ${status}`] };
};

function statusOf(text: string): AnswerStatus | undefined {
  if (!readable.test(text)) return "unanswerable.unreadable";
  if (dossierNumber.test(text)) return "answered.dossier-status";
  const found = text.match(links) ?? [];
  return found.every((link) => officialLink.test(link)) ? undefined : "refused.spam";
}

/** The dossier number in a text, for the answer. */
export function dossierNumberIn(text: string): string | undefined {
  return dossierNumber.exec(text)?.[0];
}
