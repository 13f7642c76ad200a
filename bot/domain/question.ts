export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** The part of a procedure that is asked for. */
export const facets = [
  "documents",
  "fee",
  "time",
  "place",
  "online",
  "steps",
  "form",
  "eligibility",
  "legal",
  "result",
] as const;
export type Facet = (typeof facets)[number];
