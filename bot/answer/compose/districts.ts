import { END_OF_DISTRICTS, namesDistrict, saysPast } from "../../places/index.ts";
import type { Subject } from "./subject.ts";
import { dayMonthYear } from "./wording.ts";

/**
 * For words of the record that still name a district office: that there is none any more and, unless the change of
 * authority is known and told beside it, whom to ask.
 */
export function districtLines({ say, jurisdiction }: Subject, words: readonly string[]): string[] {
  if (!words.some((text) => namesDistrict(text) && !saysPast(text))) return [];
  const ended = say("districts-ended", { date: dayMonthYear(END_OF_DISTRICTS) });
  return [jurisdiction ? ended : `${ended} ${say("districts-ended.ask")}`];
}
