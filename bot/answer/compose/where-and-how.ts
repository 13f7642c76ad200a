import type { Text } from "../../domain/index.ts";
import { authoritiesLines, levelKey, levelsOf, placeLine } from "./authorities.ts";
import { caseLines } from "./cases.ts";
import { waysToFile } from "./channels.ts";
import { districtLines } from "./districts.ts";
import { type Section, type Subject, shortName } from "./subject.ts";
import { dayMonthYear, inLanguage } from "./wording.ts";

/** Who handles it and where to hand it in. */
export function placeSection(subject: Subject): Section {
  const { say, procedure } = subject;
  const ways = waysToFile(subject);
  return {
    title: say("place.title", { name: shortName(subject) }),
    lines: [
      ...levelsOf(procedure)
        .slice(0, 1)
        .map((level) => say(levelKey(level, procedure))),
      ...authoritiesLines(subject),
      ...placeLine(subject),
      ...districtLines(subject, [procedure.name, procedure.place ?? "", ...procedure.authorities]),
      ...sinceLine(subject),
      ...(ways ? [say("place.ways", { channels: ways })] : []),
      ...caseLines(subject),
    ],
  };
}

/** For people who still go to where it used to be done. */
function sinceLine({ say, jurisdiction, language }: Subject): string[] {
  if (!jurisdiction) return [];
  const { before, now, from, source } = jurisdiction;
  return [
    say("place.since", {
      date: dayMonthYear(from),
      now: inLanguage(now, language),
      before: inLanguage(before, language),
      source,
    }),
  ];
}

/** Whether and how it can be filed from home. */
export function onlineSection(subject: Subject): Section {
  const { say, procedure, guide } = subject;
  const online = procedure.onlineLevel !== "none";
  const postal = procedure.channels.some(({ kind }) => kind === "postal");
  return {
    title: say("online.title", { name: shortName(subject) }),
    lines: [
      say(`online.${procedure.onlineLevel}`),
      ...(online
        ? [say("online.link", { url: procedure.portalUrl }), ...numbered(subject, guide?.steps?.online)]
        : []),
      ...onPaperLine(subject),
      say(postal ? "online.postal" : "online.no-postal"),
    ],
  };
}

/** What stays on paper: the guide's words, or that originals may be wanted where not all of it runs online. */
function onPaperLine({ say, procedure, guide, language }: Subject): string[] {
  if (guide?.onPaper) return [inLanguage(guide.onPaper, language)];
  return procedure.onlineLevel === "partial" ? [say("online.on-paper")] : [];
}

/** What the citizen does, one thing after another. */
export function stepsSection(subject: Subject): Section {
  const { say, procedure, guide, language } = subject;
  const groups = (["counter", "online", "postal"] as const).flatMap((kind) => {
    const steps = numbered(subject, guide?.steps?.[kind]);
    return steps.length > 0 ? [say(`steps.${kind}`), ...steps] : [];
  });
  const channels = waysToFile(subject) || say("channel.counter");
  const mistakes = (guide?.mistakes ?? []).map((mistake) => `• ${inLanguage(mistake, language)}`);
  return {
    title: say("steps.title", { name: shortName(subject) }),
    lines: [
      ...caseLines(subject),
      ...(groups.length > 0 ? groups : [say("steps.general", { channels })]),
      ...(mistakes.length > 0 ? [say("steps.mistakes"), ...mistakes] : []),
      say("steps.detail", { url: procedure.portalUrl }),
    ],
  };
}

function numbered({ language }: Subject, steps: readonly Text[] | undefined): string[] {
  return (steps ?? []).map((step, at) => `${at + 1}. ${inLanguage(step, language)}`);
}
