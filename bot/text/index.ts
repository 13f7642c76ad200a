export * from "./accents.ts";
export * from "./expressions.ts";
export * from "./normalise.ts";
export * from "./personal-data.ts";
export * from "./spelling.ts";
export * from "./words.ts";
