export {
  awaitsCouncil,
  councilFeeOf,
  decidedByCouncil,
  isOpenToCouncil,
  lawForCouncil,
  resolutionNamed,
} from "./council-fee.ts";
export { END_OF_DISTRICTS, namesDistrict, saysPast } from "./former-districts.ts";
export { jurisdictionOf, officesOn } from "./jurisdiction.ts";
export { type NearOffice, nearestOffice, type Point } from "./nearest-office.ts";
export { type FoundPlace, resolvePlace } from "./resolve-place.ts";
