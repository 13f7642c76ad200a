import { z } from "zod";
import { answerStatuses, facets } from "../../domain/index.ts";
import { procedureCode } from "./procedure.ts";

const line = z.string().trim().min(1).max(600);
const text = z.strictObject({ vi: line, en: line.optional() });
const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const day = z.iso.date();

export const topicFileSchema = z.strictObject({
  topics: z.array(
    z.strictObject({
      phrases: z.array(line).min(1),
      question: text,
      codes: z.array(procedureCode).min(2).max(5),
    }),
  ),
});

export const shorthandSchema = z.record(z.string(), line);
export const conceptsSchema = z.array(
  z.strictObject({ id: line, tells: line.optional(), words: z.array(line).min(1) }),
);
export const intentsSchema = z.array(
  z.strictObject({ status: z.enum(answerStatuses), about: line.optional(), examples: z.array(line).min(1) }),
);
export const cuesSchema = z.strictObject({
  lists: z.array(
    z.strictObject({ name: line, marked: z.literal(true).optional(), words: z.array(line).min(1) }),
  ),
  rules: z.array(
    z.strictObject({
      name: line,
      status: z.enum(answerStatuses),
      all: z.array(line).min(1),
      none: z.array(line).optional(),
      within: z.int().min(1).optional(),
      leans: z.literal(true).optional(),
    }),
  ),
});
export const facetWordsSchema = z.record(
  z.enum(facets),
  z.strictObject({
    asks: z.array(line).min(1),
    names: z.array(line),
    checks: z.array(line),
    not: z.array(line).optional(),
  }),
);
export const fillersSchema = z.array(line);

const within = z.strictObject({
  quantity: z.int().min(1),
  unit: z.enum(["day", "working-day", "month"]),
  from: text,
  source: line,
  ifLate: text,
});

const lifeEvent = z.strictObject({
  id: line,
  name: text,
  phrases: z.array(line).min(1),
  intro: text,
  steps: z
    .array(
      z.strictObject({
        code: procedureCode,
        when: text.optional(),
        sameVisit: z.literal(true).optional(),
        within: within.optional(),
      }),
    )
    .min(1),
});
export const lifeEventsSchema = z.strictObject({ lifeEvents: z.array(lifeEvent) });

const placeValue = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("known"),
    value: line,
    source: line,
    checkedOn: day,
    needsConfirming: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal("not-published") }),
]);

export const placesSchema = z.strictObject({
  offices: z.array(
    z.strictObject({
      id: line,
      name: line,
      commune: line,
      formerNames: z.array(line),
      earlierNames: z
        .array(z.strictObject({ name: line, source: line, needsConfirming: z.literal(true).optional() }))
        .optional(),
      address: placeValue,
      phone: placeValue,
      hours: placeValue,
      latitude: z.number().min(-90).max(90).optional(),
      longitude: z.number().min(-180).max(180).optional(),
      effectiveFrom: day,
      effectiveTo: day.optional(),
      source: line,
    }),
  ),
  province: z.strictObject({
    name: line,
    formerNames: z.array(line),
    formerDistrict: line,
    effectiveFrom: day,
    source: line,
  }),
  jurisdictions: z.array(
    z.strictObject({
      id: line,
      matter: bilingual,
      before: bilingual,
      now: bilingual,
      from: day,
      source: line,
      procedures: z.array(procedureCode).min(1),
      checkedOn: day,
    }),
  ),
  hotline: placeValue,
  zalo: placeValue,
  portals: z.array(z.strictObject({ id: line, name: text, url: z.url({ protocol: /^https$/ }) })),
});

/** Wording by name; both languages, always. */
export const repliesSchema = z.record(z.string(), bilingual);
