import type { Fee } from "../../domain/index.ts";
import { eachProcedure } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";

/** Below and above these an amount is a slip or stands in another currency. */
const sane = { VND: { least: 1_000, most: 1_000_000_000 }, USD: { least: 1, most: 10_000 } } as const;

/** A slip in an amount or its currency is the dearest mistake a record can hold. */
export const feeUnits: Rule = {
  name: "fee-units",
  description:
    "An amount is a whole number that makes sense in its currency; several amounts say what each is for.",
  scope: "procedures",
  check: (knowledge) =>
    eachProcedure(knowledge, ({ procedure }) =>
      procedure.channels.flatMap(({ kind, fees }) => {
        const field = `channels.${kind}.fees`;
        const amounts = fees.filter((fee) => fee.kind === "amount");
        return [
          ...amounts
            .filter((fee) => !isSane(fee))
            .map(({ amount, currency }) => ({
              field,
              found: `${amount} ${currency}`,
              expected: "a likely amount",
            })),
          ...(amounts.filter(({ label }) => label === undefined).length > 1
            ? [
                {
                  field,
                  found: amounts.map(({ amount }) => amount).join(", "),
                  expected: "a label for each amount",
                },
              ]
            : []),
        ];
      }),
    ),
};

function isSane({ amount, currency }: Extract<Fee, { kind: "amount" }>): boolean {
  const { least, most } = sane[currency];
  return Number.isInteger(amount) && amount >= least && amount <= most;
}
