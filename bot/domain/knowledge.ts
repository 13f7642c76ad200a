import type { AnswerStatus } from "./answer.ts";
import type { CouncilFee } from "./council-fees.ts";
import type { Guide, Text } from "./guide.ts";
import type { HolidayRules } from "./holidays.ts";
import type { Procedure } from "./procedure.ts";
import type { Facet } from "./question.ts";

/** A broad word that means several procedures; the person chooses. */
export interface Topic {
  readonly phrases: readonly string[];
  readonly question: Text;
  /** Two to five, the commonest first. */
  readonly codes: readonly string[];
}

/** Something other than a procedure that a person may want, with ways people say it. */
export interface Intent {
  readonly status: AnswerStatus;
  /** What the examples are about, for whoever edits them. */
  readonly about?: string;
  readonly examples: readonly string[];
}

/** A named list of expressions that are a sign of something. */
export interface CueList {
  readonly name: string;
  /** Only a typed mark counts: without it the words mean something common ("cho" is not "chó"). */
  readonly marked?: true;
  readonly words: readonly string[];
}

/** What a message means when it has a word of each list in `all`, close together, and of none in `none`. */
export interface CueRule {
  readonly name: string;
  readonly status: AnswerStatus;
  readonly all: readonly string[];
  readonly none?: readonly string[];
  /** Words that the cues may stretch over. */
  readonly within?: number;
  /** The rule only leans: a clear procedure still wins. */
  readonly leans?: true;
}

/** Signs that single words cannot give: a foreign country beside "visa", a complaint beside an office. */
export interface Cues {
  readonly lists: readonly CueList[];
  readonly rules: readonly CueRule[];
}

/** Words that mean the same to the matcher, in everyday, southern and official language. */
export interface Concept {
  readonly id: string;
  /** What it tells siblings apart by: a lost paper and a torn one both lead to `again`. */
  readonly tells?: string | undefined;
  readonly words: readonly string[];
}

/** How people speak of one part of a procedure. `…` in an expression stands for a few words. */
export interface FacetWords {
  /** Asks for the part wherever it stands in a question: "ở đâu". */
  readonly asks: readonly string[];
  /** Names the part: asks for it at the edge of a message without question, or beside "thế nào". */
  readonly names: readonly string[];
  /** A yes-or-no question that holds it asks for the part: "nộp *qua mạng* được không". */
  readonly checks: readonly string[];
  /** Looks like one of the above and is none: "lệ phí trước bạ" is a matter. */
  readonly not?: readonly string[] | undefined;
}

export interface Vocabulary {
  /** Chat shorthand and its full words: `gks` → `giấy khai sinh`. */
  readonly shorthand: Readonly<Record<string, string>>;
  readonly concepts: readonly Concept[];
  readonly intents: readonly Intent[];
  readonly cues: Cues;
  /** How people ask for each part of a procedure. */
  readonly facets: Readonly<Record<Facet, FacetWords>>;
  /** Words that carry no matter of their own. */
  readonly fillers: readonly string[];
}

/** A time limit for the citizen, as a law sets it, and what happens after it. */
export interface TimeLimit {
  readonly quantity: number;
  readonly unit: "day" | "working-day" | "month";
  /** The day it runs from, in words: "ngày sinh". */
  readonly from: Text;
  readonly source: string;
  readonly ifLate: Text;
}

/** A step of a life event: one procedure, and why or when it is needed. */
export interface LifeEventStep {
  readonly code: string;
  readonly when?: Text;
  readonly within?: TimeLimit;
  /** Can be handed in at the same visit as the step before. */
  readonly sameVisit?: true;
}

export interface LifeEvent {
  readonly id: string;
  readonly name: Text;
  readonly phrases: readonly string[];
  readonly intro: Text;
  readonly steps: readonly LifeEventStep[];
}

/** A value that some source gives, or that nobody has published yet. */
export type PlaceValue =
  | {
      readonly kind: "known";
      readonly value: string;
      readonly source: string;
      readonly checkedOn: string;
      readonly needsConfirming?: true;
    }
  | { readonly kind: "not-published" };

export interface Office {
  readonly id: string;
  readonly name: string;
  /** The commune it serves, as it is called today. */
  readonly commune: string;
  /** Communes and towns that this one was formed from. */
  readonly formerNames: readonly string[];
  /** Names that were gone before that and that people still say. */
  readonly earlierNames?: readonly EarlierName[];
  readonly address: PlaceValue;
  readonly phone: PlaceValue;
  readonly hours: PlaceValue;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  /** The legal act that formed the commune. */
  readonly source: string;
}

export interface EarlierName {
  readonly name: string;
  readonly source: string;
  readonly needsConfirming?: true;
}

/** Which authority takes a matter since a day, and which took it before. */
export interface Jurisdiction {
  readonly id: string;
  readonly matter: Text;
  readonly before: Text;
  readonly now: Text;
  readonly from: string;
  readonly source: string;
  /** Records that show today's authority. */
  readonly procedures: readonly string[];
  readonly checkedOn: string;
}

export interface Places {
  readonly offices: readonly Office[];
  readonly province: {
    readonly name: string;
    readonly formerNames: readonly string[];
    readonly formerDistrict: string;
    readonly effectiveFrom: string;
    readonly source: string;
  };
  readonly jurisdictions: readonly Jurisdiction[];
  readonly hotline: PlaceValue;
  readonly zalo: PlaceValue;
  readonly portals: readonly { readonly id: string; readonly name: Text; readonly url: string }[];
}

/** Wording by name, Vietnamese and English, with `{placeholders}`. */
export type Replies = Readonly<Record<string, Text>>;

/** All that the bot knows, immutable; a new version is a new object. */
export interface Knowledge {
  /** Changes whenever any part changes. */
  readonly version: string;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly guides: ReadonlyMap<string, Guide>;
  readonly topics: readonly Topic[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly places: Places;
  readonly holidays: HolidayRules;
  /** Amounts that a provincial people's council decided, where staff have entered them. */
  readonly councilFees: readonly CouncilFee[];
  readonly vocabulary: Vocabulary;
  readonly replies: Replies;
}
