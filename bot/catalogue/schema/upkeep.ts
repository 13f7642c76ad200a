import { z } from "zod";
import { procedureCode } from "./procedure.ts";

const line = z.string().trim().min(1).max(400);

/** `knowledge/priority.json`: the procedures to care for first, and those promised in full English. */
export const prioritySchema = z.strictObject({
  procedures: z.array(z.strictObject({ code: procedureCode, group: line, core: z.literal(true).optional() })),
  fullEnglish: z.array(procedureCode),
});

/** `knowledge/exceptions.json`: problems that are accepted for a while. */
export const exceptionsSchema = z.array(
  z.strictObject({
    rule: line,
    /** The problem's code: a procedure code, or the name of whatever is wrong. */
    code: line,
    /** Narrows the exception to one field; absent = every problem of this rule with this code. */
    field: line.optional(),
    reason: line,
    /** Last day on which the exception holds, `YYYY-MM-DD`. */
    until: z.iso.date(),
  }),
);
