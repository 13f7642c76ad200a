import type { Facet, OfferedChoice, ReplyMessage } from "../../domain/index.ts";
import { type Payload, writePayload } from "../payload.ts";
import { facetButtons, sayButton } from "./buttons.ts";
import { openQuestion } from "./cases.ts";
import { layOut } from "./layout.ts";
import { sectionsOf } from "./sections.ts";
import { sourceLine } from "./source-line.ts";
import type { Subject } from "./subject.ts";
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
  const { say, procedure } = subject;
  const question = facets.some((facet) => facetsOfCases.includes(facet)) ? openQuestion(subject) : undefined;
  const untranslated = subject.language === "en" && subject.guide?.who?.en === undefined;
  const closing = [...(untranslated ? [say("vietnamese-only")] : []), sourceLine(subject)].join("\n");
  const more = (count: number) => `${say("documents.more", { count })} ${say("more-on-portal", { url: procedure.portalUrl })}`;
  const texts = layOut(sectionsOf(subject, facets), closing, more, question ? 1 : most);
  const buttons = facetButtons(subject, facets);
  const messages = texts.map((text, at) => ({ text, buttons: at === texts.length - 1 ? buttons : [] }));
  if (!question) return { messages, offered: [] };

  const offered = question.options.map(({ id, label, goTo }) => {
    const payload: Payload = goTo
      ? { kind: "procedure", code: goTo, facet: "documents" }
      : { kind: "case", code: procedure.code, question: question.id, option: id };
    return { label: inLanguage(label, subject.language), payload };
  });
  const text = [inLanguage(question.question, subject.language), ...numberedLabels(offered)].join("\n");
  return {
    messages: [...messages, { text, buttons: offered.map(({ label, payload }) => sayButton(label, payload)) }],
    asked: question.id,
    offered: offered.map(({ label, payload }) => ({ label, payload: writePayload(payload) })),
  };
}

function numberedLabels(choices: readonly { readonly label: string }[]): string[] {
  return choices.map(({ label }, at) => `${at + 1}. ${label}`);
}
