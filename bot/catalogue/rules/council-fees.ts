import type { CouncilFee } from "../../domain/index.ts";
import { isOpenToCouncil } from "../../places/index.ts";
import type { Fault } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";
import { COUNCIL_FEES_FILE, type KnowledgeView } from "../checking/view.ts";

/** What councils charge for is a matter of thousands, for a big dossier of millions; anything beyond is a slip. */
const SMALLEST = 1_000;
const LARGEST = 100_000_000;

/** An amount that staff enter is told as it stands, so it must be the council's to set and say where it was read. */
export const councilFees: Rule = {
  name: "council-fees",
  description:
    "A fee entered from a council's resolution is of our province, for a fee the record leaves open, likely, and entered once.",
  scope: "places",
  check: (knowledge) =>
    knowledge.councilFees.flatMap((fee, at) =>
      [
        ...judgeOwner(fee, knowledge),
        ...judgeChannels(fee, knowledge),
        ...judgeDays(fee),
        ...judgeTwice(fee, knowledge.councilFees.slice(0, at)),
      ].map((fault) => ({ file: COUNCIL_FEES_FILE, code: fee.code, ...fault })),
    ),
};

function judgeOwner({ code, province }: CouncilFee, { recordOf, places }: KnowledgeView): Fault[] {
  const own = places?.province.name ?? province;
  return [
    ...(recordOf(code)
      ? []
      : [{ field: "code", found: code, expected: "the code of a procedure that has a record" }]),
    ...(province === own ? [] : [{ field: "province", found: province, expected: own }]),
  ];
}

function judgeChannels({ code, channels }: CouncilFee, { recordOf }: KnowledgeView): Fault[] {
  const record = recordOf(code);
  return Object.entries(channels).flatMap(([kind, amounts = []]) => {
    const field = `channels.${kind}`;
    const channel = record?.channels.find((each) => each.kind === kind);
    const open = channel && (channel.fees.length === 0 || channel.fees.some(isOpenToCouncil));
    return [
      ...(record && !channel
        ? [{ field, found: kind, expected: "a way of filing that the record has" }]
        : []),
      ...(channel && !open
        ? [{ field, found: "an amount", expected: "none: the record itself gives this fee" }]
        : []),
      ...amounts.flatMap((line) =>
        line.kind === "amount" && (line.amount < SMALLEST || line.amount > LARGEST)
          ? [{ field, found: `${line.amount} ${line.currency}`, expected: "a likely amount" }]
          : [],
      ),
      ...(amounts.length > 1 && amounts.some((line) => line.kind === "amount" && !line.label)
        ? [{ field, found: `${amounts.length} lines`, expected: "a label on each, to tell them apart" }]
        : []),
    ];
  });
}

function judgeDays({ effectiveFrom, effectiveTo }: CouncilFee): Fault[] {
  return effectiveTo !== undefined && effectiveTo < effectiveFrom
    ? [{ field: "effectiveTo", found: effectiveTo, expected: `not before ${effectiveFrom}` }]
    : [];
}

/** Of two that hold on the same day nobody knows which one is told. */
function judgeTwice(fee: CouncilFee, earlier: readonly CouncilFee[]): Fault[] {
  const end = ({ effectiveTo = "9999-12-31" }: CouncilFee) => effectiveTo;
  return earlier
    .filter(({ code, province }) => code === fee.code && province === fee.province)
    .filter((other) => other.effectiveFrom <= end(fee) && fee.effectiveFrom <= end(other))
    .map((other) => ({
      field: "effectiveFrom",
      found: `${fee.effectiveFrom}, with another since ${other.effectiveFrom}`,
      expected: "an end (effectiveTo) to the earlier one",
    }));
}
