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

/** Who decides, each office once, ours before those of other provinces, which the portal names by mistake. */
export function authoritiesLines(subject: Subject): string[] {
  const { say, procedure } = subject;
  const all = distinct(procedure.authorities);
  if (all.length === 0) return [say("place.authority-unknown")];
  const ours = all.filter((name) => !isElsewhere(subject, name));
  const names = ours.length > 0 ? ours : all;
  const authorities = names
    .slice(0, SHOWN)
    .map((name) => term(subject, name))
    .join("; ");
  const line =
    names.length > SHOWN
      ? say("place.authorities-more", { authorities, count: names.length - SHOWN })
      : say("place.authority", { authorities });
  return ours.length > 0 ? [line] : [line, say("place.other-province")];
}

const provinceName = /(?:tỉnh|thành phố|tp\.?) ?(?<name>(?:\p{Lu}\p{L}*)(?: \p{Lu}\p{L}*)*)/gu;

/** Names another province, in a matter that every province or commune handles for itself. */
function isElsewhere({ council, procedure }: Subject, office: string): boolean {
  // What a ministry handles may well be done at two places for the whole country.
  if (!council || procedure.levels.includes("ministry")) return false;
  const own = bareName(council.province);
  const words = office.replace(/\b(Tỉnh|Thành phố|TP)(?= )/gu, (word) => word.toLowerCase());
  return [...words.matchAll(provinceName)].some(
    ({ groups }) => !bareName(groups?.name ?? "").startsWith(own),
  );
}

function bareName(province: string): string {
  return province.replace(/^(?:tỉnh|thành phố) /i, "").toLowerCase();
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
