import { type Answer, replyLimits } from "../domain/index.ts";
import { lengthOf } from "./compose/layout.ts";

/**
 * Holds an answer against the limits of one reply.
 * @throws RangeError when a message is empty, too long or has too many buttons: a bug, never the question's fault
 */
export function checkAnswer(answer: Answer): Answer {
  if (answer.messages.length === 0 || answer.messages.length > 2)
    throw new RangeError(`${answer.messages.length} messages`);
  for (const { text, buttons } of answer.messages) {
    if (text.trim() === "") throw new RangeError("an empty message");
    if (lengthOf(text) > replyLimits.text) throw new RangeError(`a message of ${lengthOf(text)} characters`);
    if (buttons.length > replyLimits.buttons) throw new RangeError(`${buttons.length} buttons`);
    if (buttons.some(({ title }) => lengthOf(title) > replyLimits.title))
      throw new RangeError("a button title too long");
  }
  return answer;
}
