import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jurisdictionOf, nearestOffice, officesOn } from "../../../bot/places/index.ts";
import { officeOf, threeCommunes } from "../../support/places.ts";

const at = (id: string, latitude: number, longitude: number) => ({
  ...officeOf(id, `Xã ${id}`),
  latitude,
  longitude,
});
const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("nearestOffice", () => {
  it("takes the nearest of those whose coordinates are known", () => {
    const offices = [officeOf("nowhere", "Xã A"), at("far", 10.9, 106.8), at("near", 10.6, 106.67)];
    const found = nearestOffice(offices, { latitude: 10.61, longitude: 106.67 });
    expect(found?.office.id).toBe("near");
    expect(found?.distanceKm).toBeCloseTo(1.11, 2);
  });

  it("finds none where no coordinates are known", () => {
    expect(nearestOffice(threeCommunes.offices, { latitude: 10.6, longitude: 106.6 })).toBeUndefined();
  });

  it("measures the same both ways, at most half the way round the earth", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const there = nearestOffice([at("b", b.latitude, b.longitude)], a)?.distanceKm ?? Number.NaN;
        const back = nearestOffice([at("a", a.latitude, a.longitude)], b)?.distanceKm ?? Number.NaN;
        expect(there).toBeCloseTo(back, 6);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(20_038);
      }),
    );
  });
});

describe("officesOn", () => {
  const places = {
    ...threeCommunes,
    offices: [
      { ...officeOf("old", "Xã A"), effectiveFrom: "2020-01-01", effectiveTo: "2025-06-30" },
      officeOf("new", "Xã A"),
    ],
  };
  it.each([
    ["2025-06-30", ["old"]],
    ["2025-07-01", ["new"]],
    ["2019-12-31", []],
  ])("%s", (day, ids) => {
    expect(officesOn(places, day).map(({ id }) => id)).toEqual(ids);
  });
});

describe("jurisdictionOf", () => {
  it("tells who took a procedure over, or nothing", () => {
    expect(jurisdictionOf("1.001612", threeCommunes)?.now.vi).toBe("Ủy ban nhân dân xã");
    expect(jurisdictionOf("1.001193", threeCommunes)).toBeUndefined();
  });
});
