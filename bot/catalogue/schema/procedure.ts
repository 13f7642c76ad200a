import { z } from "zod";
import { channelKinds, levels, timeUnits } from "./words.ts";

const nonEmpty = z.string().min(1);
const day = z.iso.date();

/** A procedure code such as `1.001193`. */
export const procedureCode = z.string().regex(/^\d\.\d{6,9}$/, "expected a procedure code such as 1.001193");

const time = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("duration"),
    quantity: z.number().positive(),
    unit: z.enum(timeUnits),
    note: nonEmpty.optional(),
  }),
  z.strictObject({ kind: z.literal("note"), note: nonEmpty }),
  z.strictObject({ kind: z.literal("not-published") }),
]);

const fee = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("amount"),
    amount: z.number().positive(),
    currency: z.enum(["VND", "USD"]),
    label: nonEmpty.optional(),
  }),
  z.strictObject({ kind: z.literal("free"), ground: nonEmpty }),
  z.strictObject({ kind: z.literal("provincial-council"), note: nonEmpty }),
  z.strictObject({ kind: z.literal("note"), note: nonEmpty }),
  z.strictObject({ kind: z.literal("not-published") }),
]);

const document = z.strictObject({
  key: nonEmpty,
  title: nonEmpty,
  originals: z.number().int().nonnegative(),
  copies: z.number().int().nonnegative(),
  forms: z.array(nonEmpty),
});

/** One procedure as kept in `knowledge/procedures/<field>.json`. */
export const procedureSchema = z.strictObject({
  code: procedureCode,
  name: nonEmpty,
  field: nonEmpty,
  levels: z.array(z.enum(levels)).min(1),
  scope: z.enum(["national", "local"]),
  promulgatedBy: nonEmpty,
  subjects: z.array(nonEmpty),
  channels: z.array(z.strictObject({ kind: z.enum(channelKinds), time, fees: z.array(fee) })),
  onlineLevel: z.enum(["full", "partial", "none"]),
  cases: z.array(z.strictObject({ name: z.string(), documents: z.array(document) })),
  notesLeftOut: z.number().int().nonnegative(),
  figures: nonEmpty.optional(),
  authorities: z.array(nonEmpty),
  place: nonEmpty.optional(),
  results: z.array(nonEmpty),
  legalBases: z.array(z.strictObject({ number: nonEmpty, title: z.string() })),
  portalUrl: z.url({ protocol: /^https$/, hostname: /(^|\.)dichvucong\.gov\.vn$/ }),
  conflicts: z.array(z.strictObject({ about: z.enum(["time", "fee"]), values: z.array(nonEmpty) })),
  effectiveFrom: day.optional(),
  effectiveTo: day.optional(),
  source: z.strictObject({
    kind: z.enum(["national-portal", "local-decision"]),
    decision: nonEmpty,
    decidedOn: day.optional(),
    updatedOn: day,
    checkedOn: day,
    portalId: nonEmpty.optional(),
    fingerprint: nonEmpty,
  }),
});

/** A facts file: the official field name and the procedures of that field. */
export const procedureFileSchema = z.strictObject({ field: nonEmpty, procedures: z.array(procedureSchema) });
