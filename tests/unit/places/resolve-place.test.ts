import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../bot/catalogue/index.ts";
import { resolvePlace } from "../../../bot/places/index.ts";
import { foldAccents } from "../../../bot/text/index.ts";
import { threeCommunes } from "../../support/places.ts";

/** What was found, in one line: kind, name, and today's commune. */
function found(text: string): string {
  const place = resolvePlace(text, threeCommunes);
  if (!place) return "nothing";
  return place.kind === "commune"
    ? `${place.said} → ${place.office.commune}${place.former ? "" : " (today)"}`
    : `${place.kind} ${place.said}`;
}

describe("resolvePlace", () => {
  it.each([
    ["Xã Cần Giuộc", "Xã Cần Giuộc → Xã Cần Giuộc (today)"],
    ["thị trấn Cần Giuộc", "Thị trấn Cần Giuộc → Xã Cần Giuộc"],
    ["tt can giuoc", "Thị trấn Cần Giuộc → Xã Cần Giuộc"],
    ["can giuoc", "Xã Cần Giuộc → Xã Cần Giuộc (today)"],
    ["huyện Cần Giuộc", "district Huyện Cần Giuộc"],
    ["xã Long Hậu", "Xã Long Hậu → Xã Cần Giuộc"],
    ["long hau", "Xã Long Hậu → Xã Cần Giuộc"],
    ["toi o long hau nop ho so cho nao", "Xã Long Hậu → Xã Cần Giuộc"],
    ["phước lý", "Xã Phước Lý → Xã Phước Lý (today)"],
    ["phuoc lai", "Xã Phước Lại → Xã Cần Giuộc"],
    ["phuoc vinh tay", "Xã Phước Vĩnh Tây → Xã Phước Vĩnh Tây (today)"],
    ["tỉnh Long An", "province Tỉnh Long An"],
    ["ở long an", "province Tỉnh Long An"],
    ["xã Long An", "Xã Long An → Xã Phước Vĩnh Tây"],
    ["Long Hâu", "Xã Long Hậu → Xã Cần Giuộc"],
    ["LONG HẬU, rồi qua Phước Lý", "Xã Long Hậu → Xã Cần Giuộc"],
    ["thị trấn Long Hậu", "Xã Long Hậu → Xã Cần Giuộc"],
    ["phước", "nothing"],
    ["hà nội", "nothing"],
    ["", "nothing"],
  ])("%j is %s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it("reads decomposed letters and both places of the tone mark", () => {
    expect(found("long hậu".normalize("NFD"))).toBe(found("long hậu"));
    expect(found("mỹ hoà")).toBe(found("mỹ hòa"));
  });

  it("does not take a name whose marks say something else, when another fits", () => {
    expect(found("long hầu và phước lại")).toBe("Xã Phước Lại → Xã Cần Giuộc");
  });

  it("says which names are still to be confirmed", () => {
    expect(resolvePlace("Tân Kim", threeCommunes)).toMatchObject({ former: true, needsConfirming: true });
    expect(resolvePlace("Mỹ Hòa", threeCommunes)).toMatchObject({ former: true, needsConfirming: false });
  });

  it("never throws and only gives what is there, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const place = resolvePlace(text, threeCommunes);
        if (place?.kind === "commune") expect(threeCommunes.offices).toContain(place.office);
      }),
    );
  });
});

describe("every shipped name", () => {
  const { places } = loadKnowledge();
  const names = places.offices.flatMap((office) =>
    [
      office.commune,
      ...office.formerNames,
      ...(office.earlierNames ?? []).map((earlier) => earlier.name),
    ].map((name) => [name, office.id] as const),
  );

  it.each(names)("%s leads to %s, with marks and without", (name, id) => {
    for (const text of [name, foldAccents(name).toLowerCase()]) {
      const place = resolvePlace(text, places);
      expect(place?.kind === "commune" ? place.office.id : place?.said).toBe(id);
    }
  });
});
