import { expect } from "vitest";
import { createAnswerer } from "../../bot/answer/index.ts";
import { loadKnowledge } from "../../bot/catalogue/index.ts";
import { stateToAnswer } from "../../bot/conversation/talk-language.ts";
import {
  type Answer,
  type AnswerStatus,
  type ConversationState,
  emptyState,
  type Facet,
  type Language,
} from "../../bot/domain/index.ts";
import { ANSWERED_AT_MS } from "./all-answers.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const BIRTH = "1.001193";
export const MARRIAGE = "1.000894";
export const DEATH = "1.000656";
export const COPY = "2.000815";
export const RESIDENCE = "1.004222";
export const TEMPORARY = "1.004194";
export const SPLIT = "1.010038";
export const LICENCE_EXCHANGE = "3.000347";
export const LICENCE_TEST = "3.000346";
export const LICENCE_LOST = "3.000348";
export const LICENCE_FOREIGN = "3.000351";

/** What a turn has to end in; what is left out does not matter. */
export interface Expected {
  readonly status?: AnswerStatus;
  /** The procedures that the answer speaks of or offers, in this order. */
  readonly codes?: readonly string[];
  /** Procedures that are among those offered. */
  readonly offers?: readonly string[];
  readonly facets?: readonly Facet[];
  readonly decided?: Readonly<Record<string, string>>;
  readonly language?: Language;
  readonly says?: RegExp;
}

export interface Turn {
  readonly say: string | ((before: Answer) => string);
  /** Hours since the turn before; a minute unless told. */
  readonly afterHours?: number;
  readonly ends: Expected;
}

/** Leads talks over the real knowledge as a turn of the flow would: what is remembered goes from each answer to the next question. */
export function createLeader() {
  const knowledge = loadKnowledge();
  const answer = createAnswerer(knowledge);
  return { knowledge, answer, lead: (turns: readonly Turn[]) => leadWith(answer, turns) };
}

function leadWith(answer: ReturnType<typeof createAnswerer>, turns: readonly Turn[]): readonly Answer[] {
  let state: ConversationState = emptyState;
  let nowMs = ANSWERED_AT_MS;
  const answers: Answer[] = [];
  for (const { say, afterHours, ends } of turns) {
    const before = answers.at(-1);
    const text = typeof say === "string" ? say : before ? say(before) : "";
    nowMs += afterHours === undefined ? MINUTE : afterHours * HOUR;
    // The store keeps the state as JSON.
    const kept: ConversationState = JSON.parse(JSON.stringify(stateToAnswer(text, state)));
    const given = answer({ text, state: kept }, nowMs);
    holds(given, ends, `after “${text}”`);
    answers.push(given);
    state = given.state;
  }
  return answers;
}

function holds(given: Answer, ends: Expected, after: string): void {
  const { status, codes, offers, facets, decided, language, says } = ends;
  const spoken = given.procedures.map(({ code }) => code);
  const offered = (given.state.offered ?? []).map(({ payload }) => payload.split(":")[2]);
  if (status) expect(given.status, after).toBe(status);
  if (codes) expect(spoken.slice(0, codes.length), after).toEqual(codes);
  if (offers) expect(offered, after).toEqual(expect.arrayContaining([...offers]));
  if (facets) expect(given.facets, after).toEqual(facets);
  if (decided) expect(given.decided, after).toEqual(decided);
  if (language) expect(given.language, after).toBe(language);
  if (says) expect(given.messages.map(({ text }) => text).join("\n"), after).toMatch(says);
}

export const part = (code: string, ...facets: readonly Facet[]): Expected => ({
  status: "answered.facet",
  codes: [code],
  facets,
});
export const card = (code: string): Expected => ({ status: "answered.card", codes: [code] });
export const asksWhich: Expected = { status: "clarify.topic" };

/** The payload of the button with this title. */
export const tap = (title: string | RegExp) => (before: Answer) => {
  const buttons = before.messages.flatMap((message) => message.buttons);
  const action = buttons.find((button) => button.title.match(title))?.action;
  if (action?.kind !== "say") throw new Error(`no button ${title}`);
  return action.payload;
};

/** The number under which a procedure was offered. */
export function numberOf({ state }: Answer, code: string): string {
  const at = (state.offered ?? []).findIndex(({ payload }) => payload.split(":")[2] === code);
  if (at < 0) throw new Error(`${code} is not offered`);
  return String(at + 1);
}
