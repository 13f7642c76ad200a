import { z } from "zod";
import { procedureCode } from "./procedure.ts";

const line = z.string().trim().min(1).max(600);
const day = z.iso.date();

const amount = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("amount"),
    amount: z.int().positive(),
    currency: z.literal("VND"),
    unit: line,
    label: line.optional(),
  }),
  z.strictObject({ kind: z.literal("free"), ground: line }),
]);
const amounts = z.array(amount).min(1).optional();

/** `places/council-fees.json`: fees that the provincial people's council decides, filled in by staff. */
export const councilFeesSchema = z.strictObject({
  fees: z.array(
    z.strictObject({
      code: procedureCode,
      province: line,
      resolution: z.strictObject({
        number: z.string().regex(/^\d+\/(?:\d{4}\/)?NQ-HĐND$/, "expected a number such as 12/2026/NQ-HĐND"),
        title: line,
        url: z.url({ protocol: /^https$/, hostname: /(^|\.)gov\.vn$/ }),
      }),
      channels: z.strictObject({ counter: amounts, online: amounts, postal: amounts }),
      effectiveFrom: day,
      effectiveTo: day.optional(),
      source: line,
      checkedOn: day,
      by: line,
    }),
  ),
});
