import fc from "fast-check";
import { addDays } from "../../bot/calendar/index.ts";

/** A day from 2020 to 2060, as `YYYY-MM-DD`. */
export const anyDay: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 14_600 })
  .map((offset) => addDays("2020-01-01", offset));
