import type { Procedure } from "../../domain/index.ts";
import { eachProcedure } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";

/** Nothing is chosen between two published times; but a silent contradiction would be. */
export const timesConsistent: Rule = {
  name: "times-consistent",
  description: "Processing times of one record agree, or their disagreement is flagged in its conflicts.",
  scope: "procedures",
  check: (knowledge) =>
    eachProcedure(knowledge, ({ procedure }) => {
      const times = publishedTimes(procedure);
      const flagged = procedure.conflicts.filter(({ about }) => about === "time");
      if (times.length > 1 && flagged.length === 0) {
        return [
          {
            field: "channels.time",
            found: times.join(" and "),
            expected: "one time, or a conflict that lists them",
          },
        ];
      }
      return flagged.flatMap(({ values }) => {
        const missing = times.filter((time) => !values.includes(time));
        if (values.length < 2) {
          return [
            { field: "conflicts", found: values.join(), expected: "at least two values that disagree" },
          ];
        }
        return missing.map((time) => ({
          field: "conflicts",
          found: values.join(" and "),
          expected: `${time} among them`,
        }));
      });
    }),
};

/** Different times of the channels, in the words conflicts use: `10 working-day`. */
function publishedTimes({ channels }: Procedure): string[] {
  const times = channels.flatMap(({ time }) =>
    time.kind === "duration" ? [`${time.quantity} ${time.unit}`] : [],
  );
  return [...new Set(times)];
}
