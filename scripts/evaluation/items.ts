import { readFileSync } from "node:fs";
import { z } from "zod";
import { OperatorError } from "../../bot/base/index.ts";
import { type Facet, facets } from "../../bot/domain/index.ts";

const kinds = [
  "answerable",
  "ambiguous",
  "offtopic",
  "smalltalk",
  "feedback",
  "handoff",
  "status",
  "office",
] as const;
export type Kind = (typeof kinds)[number];

const codes = z.array(z.string());
const facet = z.enum(facets).nullish();
const turn = z.object({
  text: z.string(),
  kind: z.enum(kinds).optional(),
  expect: codes,
  also: codes.optional(),
  facet,
});

const written = turn.extend({ id: z.string(), kind: z.enum(kinds), style: z.string().optional() });
const conversation = z.object({ id: z.string(), turns: z.array(turn).min(1) });
/** Questions gathered from public sources name one code and sometimes others that would do. */
const gathered = z.object({
  id: z.string(),
  text: z.string(),
  procedure_code: z.string().nullable(),
  kind: z.string(),
  also_acceptable: codes.optional(),
});

/** One message and what would be right. `expect` holds every code that would do, the best first. */
export interface Item {
  readonly id: string;
  readonly text: string;
  readonly kind: Kind;
  readonly expect: readonly string[];
  readonly facet?: Facet;
  readonly style: string;
}

export interface Talk {
  readonly id: string;
  readonly turns: readonly Item[];
}

/**
 * Reads an evaluation file: one JSON a line, a question, a conversation, or a gathered question with a code.
 * Gathered questions without a code say nothing about what is right and are left out.
 * @throws OperatorError naming the line
 */
export function readItems(path: string): { questions: Item[]; talks: Talk[] } {
  const questions: Item[] = [];
  const talks: Talk[] = [];
  readFileSync(path, "utf8")
    .split("\n")
    .forEach((line, at) => {
      if (line.trim() === "") return;
      const value: unknown = JSON.parse(line);
      const talk = conversation.safeParse(value);
      const question = written.safeParse(value);
      const found = gathered.safeParse(value);
      if (talk.success) talks.push(toTalk(talk.data));
      else if (question.success) questions.push(toItem(question.data.id, question.data));
      else if (found.success) questions.push(...fromGathered(found.data));
      else throw new OperatorError(`${path}:${at + 1}: neither a question nor a conversation`);
    });
  return { questions, talks };
}

function toTalk({ id, turns }: z.infer<typeof conversation>): Talk {
  return { id, turns: turns.map((one, at) => toItem(`${id}.${at + 1}`, one)) };
}

function toItem(id: string, one: z.infer<typeof turn> & { style?: string | undefined }): Item {
  return {
    id,
    text: one.text,
    kind: one.kind ?? "answerable",
    expect: [...one.expect, ...(one.also ?? [])],
    ...(one.facet && { facet: one.facet }),
    style: one.style ?? "none",
  };
}

function fromGathered({ id, text, procedure_code, kind, also_acceptable }: z.infer<typeof gathered>): Item[] {
  if (!procedure_code) return [];
  return [
    { id, text, kind: "answerable", expect: [procedure_code, ...(also_acceptable ?? [])], style: kind },
  ];
}
