import type { AnswerStatus, Knowledge, PlaceValue, ReplyButton, ReplyMessage } from "../../domain/index.ts";
import { resolvePlace } from "../../places/index.ts";
import type { Draft } from "../draft.ts";
import { dossierNumberIn } from "../screen.ts";
import { personButton } from "./buttons.ts";
import { officeLines } from "./office.ts";
import { dayMonthYear, type Say } from "./wording.ts";

/** Statuses after which a person may well be wanted. */
const offersPerson: ReadonlySet<AnswerStatus> = new Set([
  "unanswerable.no-match",
  "unanswerable.not-in-catalogue",
  "refused.abuse",
  "refused.no-such-procedure",
  "answered.dossier-status",
  "answered.office",
  "failed",
]);

/** The wording of a status, with the few facts it carries: hotline, offices, portal. */
export function statusReply(
  status: AnswerStatus,
  draft: Draft,
  knowledge: Knowledge,
  say: Say,
): ReplyMessage {
  const buttons = [
    ...(offersPerson.has(status) ? [personButton(say)] : []),
    ...callButton(status, knowledge, say),
  ];
  return { text: say(status, valuesFor(status, draft, knowledge, say)), buttons };
}

function valuesFor(
  status: AnswerStatus,
  draft: Draft,
  { places }: Knowledge,
  say: Say,
): Record<string, string> {
  const url = places.portals.find(({ id }) => id === "national")?.url ?? "";
  const number = dossierNumberIn(draft.text);
  return {
    url,
    number: number ? ` (${number})` : "",
    hotline:
      status === "handoff.person"
        ? hotline(places.hotline, say, "handoff.hotline")
        : hotline(places.hotline, say, "office.hotline"),
    offices: officeLines(places, say, resolvePlace(draft.text, places)).join("\n"),
  };
}

function hotline(value: PlaceValue, say: Say, key: string): string {
  return value.kind === "known" ? say(key, { phone: value.value, date: dayMonthYear(value.checkedOn) }) : "";
}

function callButton(status: AnswerStatus, { places }: Knowledge, say: Say): ReplyButton[] {
  if (places.hotline.kind !== "known" || (status !== "handoff.person" && status !== "answered.office"))
    return [];
  const phone = places.hotline.value;
  const international = phone.replace(/\D/g, "").replace(/^0/, "84");
  return [{ title: say("button.call", { phone }), action: { kind: "call", phone: international } }];
}
