export { answerQuestion, createAnswerer, prepare, type TracedAnswer } from "./answer-question.ts";
export { sectionsOf } from "./compose/sections.ts";
export { sourceLine } from "./compose/source-line.ts";
export { type Section, type Subject, shortName } from "./compose/subject.ts";
export { surroundingsOf } from "./compose/surroundings.ts";
export { isUntranslated } from "./compose/untranslated.ts";
export { type Say, wording } from "./compose/wording.ts";
export type { AnswerContext } from "./draft.ts";
export { type Payload, readPayload, writePayload } from "./payload.ts";
