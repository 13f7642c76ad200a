import {
  type CaseQuestion,
  type Facet,
  type OfferedChoice,
  type ReplyButton,
  type ReplyMessage,
  replyLimits,
} from "../../domain/index.ts";
import { type Payload, writePayload } from "../payload.ts";
import { facetButtons, sayButton } from "./buttons.ts";
import { officialLine } from "./card.ts";
import { decidedOptions, openQuestion } from "./cases.ts";
import { layOut } from "./layout.ts";
import { CUT_MARK } from "./published-words.ts";
import { sectionsOf } from "./sections.ts";
import { sourceLine } from "./source-line.ts";
import type { Section, Subject } from "./subject.ts";
import { isUntranslated } from "./untranslated.ts";
import { inLanguage } from "./wording.ts";

export interface ProcedureReply {
  readonly messages: readonly ReplyMessage[];
  /** The case question put at the end, when one is open and matters here. */
  readonly asked?: string;
  readonly offered: readonly OfferedChoice[];
}

/** Parts whose content may change with the case. */
const facetsOfCases: readonly Facet[] = ["documents"];

/** One procedure's answer: the parts asked for, the source, buttons for the rest, and a case question when it matters. */
export function procedureReply(subject: Subject, facets: readonly Facet[], most = 2): ProcedureReply {
  const question = facets.some((facet) => facetsOfCases.includes(facet)) ? openQuestion(subject) : undefined;
  const sections = sectionsOf(subject, facets);
  const texts = layOut(sections, closingOf(subject, sections), overflowOf(subject), question ? 1 : most);
  const buttons = [...elsewhereButtons(subject, facets), ...facetButtons(subject, facets)].slice(
    0,
    replyLimits.buttons,
  );
  const messages = texts.map((text, at) => ({ text, buttons: at === texts.length - 1 ? buttons : [] }));
  if (!question) return { messages, offered: [] };

  const offered = offeredBy(subject, question);
  const text = [inLanguage(question.question, subject.language), ...numberedLabels(offered)].join("\n");
  return {
    messages: [
      ...messages,
      { text, buttons: offered.map(({ label, payload }) => sayButton(label, payload)) },
    ],
    asked: question.id,
    offered: offered.map(({ label, payload }) => ({ label, payload: writePayload(payload) })),
  };
}

/** What stands under the text: what is not translated, where the cut words go on, and the source. */
function closingOf(subject: Subject, sections: readonly Section[]): string {
  const { say, procedure, language } = subject;
  const lines = sections.flatMap((section) => [section.title, ...section.lines]);
  const official = officialLine(subject);
  const untranslated = language === "en" && lines.some((line) => line !== official && isUntranslated(line));
  const cut =
    lines.some((line) => line.includes(CUT_MARK)) &&
    !lines.some((line) => line.includes(procedure.portalUrl));
  return [
    ...(untranslated ? [say("vietnamese-only")] : []),
    ...(cut ? [say("more-after-cut", { url: procedure.portalUrl })] : []),
    sourceLine(subject),
  ].join("\n");
}

function overflowOf({ say, procedure }: Subject): (count: number) => string {
  return (count) => `${say("more-lines", { count })} ${say("more-on-portal", { url: procedure.portalUrl })}`;
}

/** A case that is really another procedure leads there. */
function elsewhereButtons(subject: Subject, facets: readonly Facet[]): ReplyButton[] {
  const [facet] = facets;
  return decidedOptions(subject).flatMap(({ label, goTo }) =>
    goTo
      ? [
          sayButton(inLanguage(label, subject.language), {
            kind: "procedure",
            code: goTo,
            ...(facet && { facet }),
          }),
        ]
      : [],
  );
}

interface Offer {
  readonly label: string;
  readonly payload: Payload;
}

function offeredBy({ procedure, language }: Subject, { id: question, options }: CaseQuestion): Offer[] {
  return options.map(({ id, label, goTo }) => ({
    label: inLanguage(label, language),
    payload: goTo
      ? { kind: "procedure", code: goTo, facet: "documents" }
      : { kind: "case", code: procedure.code, question, option: id },
  }));
}

function numberedLabels(choices: readonly { readonly label: string }[]): string[] {
  return choices.map(({ label }, at) => `${at + 1}. ${label}`);
}
