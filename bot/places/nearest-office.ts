import type { Office } from "../domain/index.ts";

export interface Point {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

export interface NearOffice {
  readonly office: Office;
  readonly at: Point;
  /** In a straight line. */
  readonly distanceKm: number;
}

const EARTH_RADIUS_KM = 6371;

/** The office with known coordinates that is nearest; undefined when none has any. */
export function nearestOffice(offices: readonly Office[], from: Point): NearOffice | undefined {
  let nearest: NearOffice | undefined;
  for (const office of offices) {
    const { latitude, longitude } = office;
    if (latitude === undefined || longitude === undefined) continue;
    const at = { latitude, longitude };
    const distanceKm = distance(from, at);
    if (!nearest || distanceKm < nearest.distanceKm) nearest = { office, at, distanceKm };
  }
  return nearest;
}

/** Great-circle distance in kilometres (haversine). */
function distance(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const dLatitude = radians(b.latitude - a.latitude);
  const dLongitude = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
