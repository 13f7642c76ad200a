import type { Jurisdiction, Office, Places } from "../domain/index.ts";

/** The change of authority that a procedure went through, when one is known. */
export function jurisdictionOf(code: string, places: Places): Jurisdiction | undefined {
  return places.jurisdictions.find(({ procedures }) => procedures.includes(code));
}

/** Offices that are open for business on a day, `YYYY-MM-DD`. */
export function officesOn(places: Places, day: string): readonly Office[] {
  return places.offices.filter(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= day && (effectiveTo === undefined || day <= effectiveTo),
  );
}
