import type { HolidayRules, Office, Places, PlaceValue } from "../../domain/index.ts";

/** Something about an office, a hotline or a holiday that staff still have to enter or confirm. */
export interface PlaceToFill {
  /** `missing`: no source gives it. `to-confirm`: an old or unofficial source does. `undecided`: not announced yet. */
  readonly state: "missing" | "to-confirm" | "undecided";
  /** What it belongs to, as people call it. */
  readonly of: string;
  /** The part: `address`, `hours`, `coordinates`, … */
  readonly part: string;
  /** The value to confirm and who gave it. */
  readonly found?: string;
  /** File and key to fill in. */
  readonly where: string;
}

const PLACES = "knowledge/places/places.json";
const HOLIDAYS = "knowledge/places/holidays.json";
/** As far ahead as people are told dates. */
const YEARS_AHEAD = 1;

/**
 * Everything staff should enter or confirm, offices first, in the order of the files.
 * @param today `YYYY-MM-DD`
 */
export function placesToFill(places: Places, holidays: HolidayRules, today: string): PlaceToFill[] {
  return [
    ...places.offices.flatMap(officeGaps),
    ...valueGap("Đường dây nóng", "hotline", places.hotline, `${PLACES} › hotline`),
    ...valueGap("Zalo", "zalo", places.zalo, `${PLACES} › zalo`),
    ...holidayGaps(holidays, Number(today.slice(0, 4))),
  ];
}

function officeGaps(office: Office): PlaceToFill[] {
  const at = `${PLACES} › offices › ${office.id}`;
  const { commune, address, phone, hours, latitude, longitude, earlierNames = [] } = office;
  return [
    ...valueGap(commune, "address", address, `${at} › address`),
    ...valueGap(commune, "phone", phone, `${at} › phone`),
    ...valueGap(commune, "hours", hours, `${at} › hours`),
    ...(latitude === undefined || longitude === undefined
      ? [
          {
            state: "missing" as const,
            of: commune,
            part: "coordinates",
            where: `${at} › latitude, longitude`,
          },
        ]
      : []),
    ...earlierNames
      .filter(({ needsConfirming }) => needsConfirming)
      .map(({ name, source }) => ({
        state: "to-confirm" as const,
        of: commune,
        part: "earlierNames",
        found: `${name} (${source})`,
        where: `${at} › earlierNames`,
      })),
  ];
}

function valueGap(of: string, part: string, value: PlaceValue, where: string): PlaceToFill[] {
  if (value.kind === "not-published") return [{ state: "missing", of, part, where }];
  return value.needsConfirming
    ? [{ state: "to-confirm", of, part, found: `${value.value} (${value.source})`, where }]
    : [];
}

function holidayGaps({ yearly, decisions, swaps }: HolidayRules, year: number): PlaceToFill[] {
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => year + ahead);
  const undecided = yearly.flatMap(({ id, name, decidedEachYear }) =>
    years
      .filter((one) => decidedEachYear && !decisions.some((made) => made.holiday === id && made.year === one))
      .map((one) => ({
        state: "undecided" as const,
        of: `${name.vi} ${one}`,
        part: "decisions",
        where: `${HOLIDAYS} › decisions`,
      })),
  );
  const nameOf = (holiday: string) => yearly.find(({ id }) => id === holiday)?.name.vi ?? holiday;
  const unsure = [
    ...yearly.map((day) => ({ ...day, of: day.name.vi, where: `yearly › ${day.id}` })),
    ...decisions.map((made) => ({
      ...made,
      of: `${nameOf(made.holiday)} ${made.year}`,
      where: `decisions › ${made.holiday} ${made.year}`,
    })),
    ...swaps.map((swap) => ({ ...swap, of: `${swap.off} đổi ${swap.worked}`, where: `swaps › ${swap.off}` })),
  ];
  return [
    ...undecided,
    ...unsure
      .filter(({ needsConfirming }) => needsConfirming)
      .map(({ of, source, where }) => ({
        state: "to-confirm" as const,
        of,
        part: "holidays",
        found: source,
        where: `${HOLIDAYS} › ${where}`,
      })),
  ];
}
