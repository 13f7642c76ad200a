import type { Finding, Rule } from "../checking/rule.ts";

/** A topic exists to let the person choose, so every choice must be real. */
export const topicChoices: Rule = {
  name: "topic-choices",
  description: "A topic asks in both languages and offers two to five different procedures we have.",
  scope: "topics",
  check: (knowledge) =>
    knowledge.topics.flatMap(({ file, topic }): Finding[] => {
      const place = { file, code: topic.phrases[0] ?? "" };
      const different = new Set(topic.codes);
      return [
        ...topic.codes
          .filter((code) => !knowledge.recordOf(code))
          .map((code) => ({
            ...place,
            field: "codes",
            found: code,
            expected: "a procedure that has a record",
          })),
        ...(different.size < topic.codes.length
          ? [{ ...place, field: "codes", found: topic.codes.join(), expected: "each procedure once" }]
          : []),
        ...(topic.question.en
          ? []
          : [{ ...place, field: "question.en", found: "nothing", expected: "the question in English" }]),
      ];
    }),
};
