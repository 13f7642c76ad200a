import { z } from "zod";
import { procedureCode as code } from "./procedure.ts";

const line = z.string().trim().min(1).max(400);
const text = z.strictObject({ vi: line, en: line.optional() });

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words joined by hyphens");
const day = z.iso.date();

const guideDocument = z.strictObject({
  id,
  name: text,
  sources: z.array(z.string()),
  lookedUp: z.literal(true).optional(),
  when: text.optional(),
});

const caseQuestion = z.strictObject({
  id,
  question: text,
  options: z
    .array(
      z.strictObject({
        id,
        label: text,
        words: z.array(line),
        documents: z.array(id).optional(),
        goTo: code.optional(),
        note: text.optional(),
      }),
    )
    .min(2)
    .max(4),
});

/** One guide as written in `knowledge/guides/<field>.json`. */
export const guideSchema = z.strictObject({
  code,
  phrases: z.array(z.string().trim().min(2).max(120)).min(2).max(40),
  phrasesEn: z.array(z.string().trim().min(2).max(120)).optional(),
  situations: z.array(z.string().trim().min(12).max(240)).max(60).optional(),
  name: text,
  purpose: text,
  who: text.optional(),
  cases: z.array(caseQuestion).optional(),
  documents: z.array(guideDocument).optional(),
  steps: z
    .strictObject({
      counter: z.array(text).optional(),
      online: z.array(text).optional(),
      postal: z.array(text).optional(),
    })
    .optional(),
  onPaper: text.optional(),
  mistakes: z.array(text).optional(),
  ifRefused: text.optional(),
  ifLate: text.optional(),
  ifOfficeLate: text.optional(),
  related: z.array(code).optional(),
  checkedOn: day,
});

/** A guide file: the official field name and the guides of that field. */
export const guideFileSchema = z.strictObject({ field: z.string(), guides: z.array(guideSchema) });
