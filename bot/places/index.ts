export { jurisdictionOf, officesOn } from "./jurisdiction.ts";
export { type NearOffice, nearestOffice, type Point } from "./nearest-office.ts";
export { type FoundPlace, resolvePlace } from "./resolve-place.ts";
