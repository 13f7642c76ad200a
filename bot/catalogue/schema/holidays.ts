import { z } from "zod";

const line = z.string().trim().min(1).max(600);
const day = z.iso.date();
const text = z.strictObject({ vi: line, en: line.optional() });
const confirm = z.literal(true).optional();

const yearly = z.strictObject({
  id: line,
  name: text,
  calendar: z.enum(["solar", "lunar"]),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  daysBefore: z.int().min(1).max(7).optional(),
  daysAfter: z.int().min(1).max(7).optional(),
  decidedEachYear: z.literal(true).optional(),
  sinceYear: z.int().min(2000).max(2199).optional(),
  source: line,
  needsConfirming: confirm,
});

const decision = z
  .strictObject({
    holiday: line,
    year: z.int().min(2000).max(2199),
    from: day,
    to: day,
    source: line,
    needsConfirming: confirm,
  })
  .refine(({ from, to }) => from <= to, { error: "a last day that is not before the first", path: ["to"] });

const swap = z.strictObject({ off: day, worked: day, source: line, needsConfirming: confirm });

export const holidaysSchema = z.strictObject({
  checkedOn: day,
  yearly: z.array(yearly).min(1),
  decisions: z.array(decision),
  swaps: z.array(swap),
});
