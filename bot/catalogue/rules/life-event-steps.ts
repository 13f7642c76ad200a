import type { Finding, Rule } from "../checking/rule.ts";
import { lifeEventTexts } from "../checking/texts.ts";

/** A path is only as good as its weakest step. */
export const lifeEventSteps: Rule = {
  name: "life-event-steps",
  description:
    "Every step of a life event is a procedure we have, named once, told in both languages; the first step shares no visit.",
  scope: "life-events",
  check: (knowledge) =>
    knowledge.lifeEvents.flatMap(({ file, event }): Finding[] => {
      const place = { file, code: event.id };
      const codes = event.steps.map(({ code }) => code);
      return [
        ...codes
          .filter((code) => !knowledge.recordOf(code))
          .map((code) => ({
            ...place,
            field: "steps",
            found: code,
            expected: "a procedure that has a record",
          })),
        ...codes
          .filter((code, index) => codes.indexOf(code) !== index)
          .map((code) => ({
            ...place,
            field: "steps",
            found: `${code} twice`,
            expected: "each procedure once",
          })),
        ...lifeEventTexts(event)
          .filter(({ text }) => !text.en)
          .map(({ field }) => ({ ...place, field: `${field}.en`, found: "nothing", expected: "English" })),
        ...(event.steps[0]?.sameVisit
          ? [{ ...place, field: "steps", found: "sameVisit on the first step", expected: "a step before it" }]
          : []),
      ];
    }),
};
