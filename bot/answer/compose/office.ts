import type { Office, Places, PlaceValue } from "../../domain/index.ts";
import type { FoundPlace } from "../../places/index.ts";
import { dayMonthYear, type Say } from "./wording.ts";

/**
 * The offices that take files, one line each: the one that serves the place a person named, with what became of
 * that place, or all of them. What nobody has published is said to be so, once.
 */
export function officeLines(places: Places, say: Say, place?: FoundPlace): string[] {
  const offices = place?.kind === "commune" ? [place.office] : places.offices;
  const unknown = offices.every(isUnknown);
  return [
    ...(place ? [whatBecameOf(place, places, say)] : []),
    ...offices.map((office) => officeText(office, say, place === undefined)),
    ...(unknown ? [say("office.unknown")] : []),
  ];
}

/** Since when the place has been called and served otherwise. */
function whatBecameOf(place: FoundPlace, { province }: Places, say: Say): string {
  const date = dayMonthYear(province.effectiveFrom);
  switch (place.kind) {
    case "district":
      return say("office.district", { said: place.said, date });
    case "province":
      return say("office.province", { said: place.said, province: province.name, date });
    case "commune": {
      const { office, said } = place;
      const { commune, formerNames, effectiveFrom } = office;
      if (place.needsConfirming) return say("office.since.to-confirm", { said, commune });
      const since = { commune, date: dayMonthYear(effectiveFrom) };
      return place.former
        ? say("office.since", { said, ...since })
        : say("office.formed", { former: formerNames.join(", "), ...since });
    }
  }
}

function officeText(office: Office, say: Say, withFormerNames: boolean): string {
  const { name, formerNames, address, phone, hours } = office;
  if (!isUnknown(office)) {
    return say("office.line", {
      name,
      address: valueText(address, say),
      phone: valueText(phone, say),
      hours: valueText(hours, say),
    });
  }
  return withFormerNames ? say("office.names", { name, former: formerNames.join(", ") }) : `• ${name}`;
}

function isUnknown({ address, phone, hours }: Office): boolean {
  return [address, phone, hours].every(({ kind }) => kind === "not-published");
}

function valueText(value: PlaceValue, say: Say): string {
  if (value.kind === "not-published") return say("not-published");
  return value.needsConfirming ? say("office.to-confirm", { value: value.value }) : value.value;
}
