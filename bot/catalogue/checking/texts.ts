import type { Guide, LifeEvent, Text } from "../../domain/index.ts";
import type { KnowledgeView } from "./view.ts";

/** A sentence or two that a citizen reads, and where it stands. */
export interface PlacedText {
  readonly field: string;
  readonly text: Text;
}

/** Everything a guide says to a citizen; what people call it is not part of that. */
export function guideTexts(guide: Guide): PlacedText[] {
  const list = (name: string, texts: readonly Text[] | undefined) =>
    (texts ?? []).map((text, index) => ({ field: `${name}.${index}`, text }));
  const single = (name: string, text: Text | undefined) => (text ? [{ field: name, text }] : []);
  return [
    ...single("name", guide.name),
    ...single("purpose", guide.purpose),
    ...single("who", guide.who),
    ...(guide.cases ?? []).flatMap(({ id, question, options }) => [
      ...single(`cases.${id}.question`, question),
      ...options.flatMap((option) => [
        ...single(`cases.${id}.${option.id}.label`, option.label),
        ...single(`cases.${id}.${option.id}.note`, option.note),
      ]),
    ]),
    ...(guide.documents ?? []).flatMap(({ id, name, when }) => [
      ...single(`documents.${id}.name`, name),
      ...single(`documents.${id}.when`, when),
    ]),
    ...list("steps.counter", guide.steps?.counter),
    ...list("steps.online", guide.steps?.online),
    ...list("steps.postal", guide.steps?.postal),
    ...single("onPaper", guide.onPaper),
    ...list("mistakes", guide.mistakes),
    ...single("ifRefused", guide.ifRefused),
    ...single("ifLate", guide.ifLate),
    ...single("ifOfficeLate", guide.ifOfficeLate),
  ];
}

/** Everything a life event says to a citizen. */
export function lifeEventTexts({ name, intro, steps }: LifeEvent): PlacedText[] {
  return [
    { field: "name", text: name },
    { field: "intro", text: intro },
    ...steps.flatMap(({ code, when, within }) => [
      ...(when ? [{ field: `steps.${code}.when`, text: when }] : []),
      ...(within
        ? [
            { field: `steps.${code}.within.from`, text: within.from },
            { field: `steps.${code}.within.ifLate`, text: within.ifLate },
          ]
        : []),
    ]),
  ];
}

/** A text of our own writing with its owner, from any part of the knowledge. */
export interface OwnText extends PlacedText {
  readonly file: string;
  readonly code: string;
}

/** Every text of our own that a citizen may read. */
export function ownTexts(knowledge: KnowledgeView): OwnText[] {
  return [
    ...knowledge.guides.flatMap(({ file, guide }) =>
      guideTexts(guide).map((placed) => ({ file, code: guide.code, ...placed })),
    ),
    ...knowledge.topics.map(({ file, topic }) => ({
      file,
      code: topic.phrases[0] ?? "",
      field: "question",
      text: topic.question,
    })),
    ...knowledge.lifeEvents.flatMap(({ file, event }) =>
      lifeEventTexts(event).map((placed) => ({ file, code: event.id, ...placed })),
    ),
    ...(knowledge.places?.jurisdictions ?? []).flatMap(({ id, matter, before, now }) =>
      Object.entries({ matter, before, now }).map(([field, text]) => ({
        file: "places/places.json",
        code: id,
        field,
        text,
      })),
    ),
    ...knowledge.replies.map(({ file, name, text }) => ({ file, code: name, field: "wording", text })),
  ];
}
