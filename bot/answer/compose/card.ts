import { levelsOf } from "./authorities.ts";
import { caseLines } from "./cases.ts";
import { districtLines } from "./districts.ts";
import { feeSummary } from "./fee.ts";
import { type Section, type Subject, shortName } from "./subject.ts";
import { timeSummary } from "./time.ts";
import { inLanguage } from "./wording.ts";

/** A procedure at a glance, for a question that names no part of it. */
export function cardSection(subject: Subject): Section {
  const { say, procedure, guide, language } = subject;
  const levels = levelsOf(procedure)
    .map((level) => say(`level.${level}`))
    .join("; ");
  const title = shortName(subject);
  return {
    title,
    lines: [
      ...(guide ? [inLanguage(guide.purpose, language)] : []),
      ...(sameWords(title, procedure.name) ? [] : [officialLine(subject)]),
      ...districtLines(subject, [procedure.name]),
      say("card.level", { levels }),
      say("card.time", { time: timeSummary(subject) }),
      say("card.fee", { fee: feeSummary(subject) }),
      say("card.online", { online: say(`online-level.${procedure.onlineLevel}`) }),
      ...caseLines(subject),
      say("card.ask"),
    ],
  };
}

/** The official name; some records carry a stray full stop at its ends. */
export function officialLine({ say, procedure }: Subject): string {
  return say("card.official", { name: procedure.name.replace(/^[\s.]+|[\s.]+$/g, "") });
}

function sameWords(title: string, name: string): boolean {
  return name.toLowerCase().replace(/^thủ tục (?:hành chính )?/, "") === title.toLowerCase();
}
