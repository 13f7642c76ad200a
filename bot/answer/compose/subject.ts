import type {
  CouncilFee,
  Guide,
  HolidayRules,
  Jurisdiction,
  Language,
  Procedure,
  TimeLimit,
} from "../../domain/index.ts";
import { inLanguage, type Say } from "./wording.ts";

/** All that the text about one procedure is made from. */
export interface Subject {
  readonly procedure: Procedure;
  readonly guide: Guide | undefined;
  readonly language: Language;
  readonly say: Say;
  /** Case answers known so far: question id → option id. */
  readonly decided: Readonly<Record<string, string>>;
  /** The change of authority the procedure went through, where one is known. */
  readonly jurisdiction?: Jurisdiction;
  /** The province whose people's council sets fees, and what it decided on this procedure where staff entered it. */
  readonly council?: { readonly province: string; readonly fee?: CouncilFee };
  /** Within what time the citizen has to do it, where a law says so; one for each situation. */
  readonly limits?: readonly TimeLimit[];
  /** Today in Vietnam and the days off, to count when a result is due; absent where a text is kept for later. */
  readonly calendar?: { readonly today: string; readonly holidays: HolidayRules };
}

/** A block of text about one part of a procedure: a heading and lines. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Longest heading that still reads on a small phone; the official name stands in the card anyway. */
const SHORT_NAME_LIMIT = 90;

/** What to call the procedure in a heading: the guide's everyday name, else the official one. */
export function shortName({
  procedure,
  guide,
  language,
}: Pick<Subject, "procedure" | "guide" | "language">): string {
  if (guide) return inLanguage(guide.name, language);
  const name = procedure.name.replace(/^thủ tục (hành chính )?/i, "");
  if (name.length <= SHORT_NAME_LIMIT) return upperFirst(name);
  return `${upperFirst(name.slice(0, name.lastIndexOf(" ", SHORT_NAME_LIMIT)))}…`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
