import type { Knowledge } from "../../domain/index.ts";
import { councilFeeOf, jurisdictionOf } from "../../places/index.ts";
import type { Subject } from "./subject.ts";
import { limitsOf } from "./time-limit.ts";

/** What stands about a procedure outside its record and guide: who took it over, whose council sets its fee, the citizen's limits. */
export function surroundingsOf(
  code: string,
  { places, councilFees, lifeEvents }: Knowledge,
  today: string,
): Pick<Subject, "jurisdiction" | "council" | "limits"> {
  const jurisdiction = jurisdictionOf(code, places);
  const province = places.province.name;
  const fee = councilFeeOf(code, councilFees, province, today);
  return {
    ...(jurisdiction && { jurisdiction }),
    council: { province, ...(fee && { fee }) },
    limits: limitsOf(code, lifeEvents),
  };
}
