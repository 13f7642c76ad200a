import type { ConversationState } from "../domain/index.ts";
import { hasAccents } from "../text/index.ts";

/** "ok thanks", "CT01": too short to tell a language. */
const TELLING_WORDS = 3;

/**
 * The talk as it is shown to who answers. Which language an answer is in: the one the person chose with a
 * switch, if ever; else the sentence's own where it is clear (Vietnamese marks; English words without any);
 * else the talk's so far. The answer guesses whenever the talk has no language yet, so a sentence that may
 * change it is shown without. In an English talk only marks are clear: Vietnamese without marks may be names.
 */
export function stateToAnswer(text: string, state: ConversationState): ConversationState {
  const { language, ...withoutLanguage } = state;
  if (text.trim().split(/\s+/).length < TELLING_WORDS) return state;
  return language === "en" && !hasAccents(text) ? state : withoutLanguage;
}
