/** The last day on which a district office could be anybody's answer was the one before this. */
export const END_OF_DISTRICTS = "2025-07-01";

const district =
  /cấp huyện|quận\s*[/,]\s*huyện|huyện\s*[/,]\s*quận|(?:UBND|ủy ban nhân dân|công an|chi cục thuế|phòng [\p{L} ]{2,30}) (?:cấp )?huyện/iu;
const past = /không còn|trước đây|trước ngày|(?<!\p{L})cũ(?!\p{L})/iu;

/** Words that send people to an office of the district level, which ended on 1 July 2025. */
export function namesDistrict(text: string): boolean {
  return district.test(text);
}

/** A text that says itself that it speaks of the past. */
export function saysPast(text: string): boolean {
  return past.test(text);
}
