import type { Language } from "../domain/index.ts";
import type { Conversation } from "../store/index.ts";

/**
 * How long staff have the word: one working day with its evening. Shorter, and the bot would talk into
 * a case that staff are still looking up; longer, and a forgotten hand-over leaves the person alone.
 */
export const HANDOVER_MS = 12 * 60 * 60_000;

/** What a person, or staff in the platform's console, write to have the bot back before that time. */
const HAND_BACK_WORD = "#bot";

type Who = Pick<Conversation, "mode" | "humanUntilAtMs">;

export const botAnswers: Who = { mode: "BOT", humanUntilAtMs: null };

/** Staff answer from now on; when they already do, their time starts anew. */
export function staffAnswerFrom(nowMs: number): Who & { readonly humanUntilAtMs: number } {
  return { mode: "HUMAN", humanUntilAtMs: nowMs + HANDOVER_MS };
}

/** True while staff have the word; a hand-over whose time is over counts as handed back. */
export function staffHaveTheWord(conversation: Who, nowMs: number): boolean {
  return conversation.mode === "HUMAN" && (conversation.humanUntilAtMs ?? 0) > nowMs;
}

export function asksForBot(text: string): boolean {
  return text.trim().toLowerCase() === HAND_BACK_WORD;
}

export function languageOf(conversation: Pick<Conversation, "state">): Language {
  return conversation.state.language ?? "vi";
}
