import { eachGuide, eachProcedure, type Fault } from "../checking/each.ts";
import type { Finding, Rule } from "../checking/rule.ts";
import { COUNCIL_FEES_FILE, type KnowledgeView } from "../checking/view.ts";

/** Procedures change with every decree; a year without a look is too long to send anybody on their way. */
const OLDEST_DAYS = 365;
const MS_PER_DAY = 86_400_000;

/** An answer ends with its source and date, so both must be there and mean something. */
export const datedSources: Rule = {
  name: "dated-sources",
  description: "Every record, guide and place says where it comes from and was checked within a year.",
  scope: "texts",
  check: (knowledge, { today }) => [
    ...eachProcedure(knowledge, ({ procedure: { source } }) => [
      ...judgeDay("source.checkedOn", source.checkedOn, today),
      ...(source.updatedOn > source.checkedOn
        ? [
            {
              field: "source.updatedOn",
              found: source.updatedOn,
              expected: `not after the check on ${source.checkedOn}`,
            },
          ]
        : []),
      ...(/\p{L}|\d/u.test(source.decision)
        ? []
        : [{ field: "source.decision", found: source.decision, expected: "the number of a decision" }]),
    ]),
    ...eachGuide(knowledge, ({ guide }) => {
      const updatedOn = knowledge.recordOf(guide.code)?.source.updatedOn ?? "";
      return [
        ...judgeDay("checkedOn", guide.checkedOn, today),
        ...(updatedOn > guide.checkedOn
          ? [
              {
                field: "checkedOn",
                found: guide.checkedOn,
                expected: `a new look: the record changed on ${updatedOn}`,
              },
            ]
          : []),
      ];
    }),
    ...placeFindings(knowledge, today),
  ],
};

function placeFindings(knowledge: KnowledgeView, today: string): Finding[] {
  const { places, holidays, councilFees } = knowledge;
  if (!places) return [];
  const dated = [
    ...places.jurisdictions.map(({ id, checkedOn }) => ({ file: "places/places.json", code: id, checkedOn })),
    ...(holidays ? [{ file: "places/holidays.json", code: "holidays", checkedOn: holidays.checkedOn }] : []),
  ];
  const fees = councilFees.map(({ code, checkedOn }) => ({ file: COUNCIL_FEES_FILE, code, checkedOn }));
  const values = [
    { code: "hotline", field: "hotline", value: places.hotline },
    { code: "zalo", field: "zalo", value: places.zalo },
    ...places.offices.flatMap(({ id, address, phone, hours }) => [
      { code: id, field: "address", value: address },
      { code: id, field: "phone", value: phone },
      { code: id, field: "hours", value: hours },
    ]),
  ];
  const old = [...dated, ...fees].flatMap(({ file, code, checkedOn }) =>
    judgeDay("checkedOn", checkedOn, today).map((fault) => ({ file, code, ...fault })),
  );
  const outdated = values.flatMap(({ code, field, value }) => {
    if (value.kind === "not-published" || value.needsConfirming) return [];
    return judgeDay(field, value.checkedOn, today).map((fault) => ({
      file: "places/places.json",
      code,
      ...fault,
    }));
  });
  return [...old, ...outdated];
}

function judgeDay(field: string, day: string, today: string): Fault[] {
  const age = Math.round((Date.parse(today) - Date.parse(day)) / MS_PER_DAY);
  if (age < 0) return [{ field, found: day, expected: `a day not after today, ${today}` }];
  if (age > OLDEST_DAYS)
    return [{ field, found: `${day}, ${age} days ago`, expected: `at most ${OLDEST_DAYS} days ago` }];
  return [];
}
