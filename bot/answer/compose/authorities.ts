import type { Level, Procedure } from "../../domain/index.ts";
import { inOneLine, pointsOf } from "./published-words.ts";
import type { Subject } from "./subject.ts";
import { term } from "./terms.ts";

/** Some records name every office of the country; these many tell a reader where they stand. */
const SHOWN = 6;
/** Offices of the commune whose files the public-service centre takes in. */
const communeOffice = /(?:ủy|uỷ) ban nhân dân.*(?:xã|phường)|ubnd.*(?:xã|phường)/iu;

const inCommune = /cấp xã(?!\p{L})/iu;

/** The record's levels, nearest first; an office of the commune among the authorities makes it one of the commune too. */
export function levelsOf({
  levels,
  authorities,
}: Pick<Procedure, "levels" | "authorities">): readonly Level[] {
  if (levels.includes("commune") || !authorities.some((name) => inCommune.test(name))) return levels;
  return ["commune", ...levels];
}

/** Wording for where to go; at the commune it depends on whose matter it is: the police, tax or customs take their own files. */
export function levelKey(
  level: Level,
  { authorities, place = "" }: Pick<Procedure, "authorities" | "place">,
): string {
  const offices = [...authorities, place];
  const own = authorities.length > 0 && !offices.some((name) => communeOffice.test(name));
  return level === "commune" && own ? "place.level.commune-agency" : `place.level.${level}`;
}

/** Who decides, each office once. */
export function authoritiesLine(subject: Subject): string {
  const { say, procedure } = subject;
  const names = distinct(procedure.authorities);
  if (names.length === 0) return say("place.authority-unknown");
  const authorities = names
    .slice(0, SHOWN)
    .map((name) => term(subject, name))
    .join("; ");
  return names.length > SHOWN
    ? say("place.authorities-more", { authorities, count: names.length - SHOWN })
    : say("place.authority", { authorities });
}

/** Where files are received, as published, unless it only repeats who decides. */
export function placeLine(subject: Subject): string[] {
  const { say, procedure } = subject;
  const place = inOneLine(pointsOf(procedure.place ?? "").map((point) => term(subject, point)));
  const known = procedure.authorities.some((name) => sameName(name, place));
  return place && !known ? [say("place.received", { place })] : [];
}

/** Leaves out a name that comes again in other letters, and one that only strings other names together. */
function distinct(names: readonly string[]): string[] {
  const once = names.filter((name, at) => names.findIndex((other) => sameName(other, name)) === at);
  return once.filter((name) => {
    const parts = once.filter((other) => other !== name).sort((a, b) => b.length - a.length);
    const left = parts.reduce((text, part) => text.replaceAll(part, ""), name);
    return parts.length < 2 || /[\p{L}\p{N}]/u.test(left);
  });
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
