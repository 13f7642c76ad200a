/**
 * A guide is our own plain-language writing on top of a procedure's facts.
 * It may not contradict them and holds no fee, day count, code or link of its own.
 */

/** Vietnamese always; English where a translation exists. */
export interface Text {
  readonly vi: string;
  readonly en?: string;
}

/** A paper in everyday words. `sources` are the record's document keys it stands for. */
export interface GuideDocument {
  readonly id: string;
  readonly name: Text;
  readonly sources: readonly string[];
  /** The officer looks it up in a national database, so it need not be brought. */
  readonly lookedUp?: true;
  /** Only needed in this situation, in words ("nếu nhờ người khác đi thay"). */
  readonly when?: Text;
}

/** One answer to a case question. */
export interface CaseOption {
  readonly id: string;
  readonly label: Text;
  /** Words by which a citizen's message already decides this option. */
  readonly words: readonly string[];
  /** Ids of the guide's documents for this option; absent = all of the guide's documents. */
  readonly documents?: readonly string[];
  /** The option is really another procedure. */
  readonly goTo?: string;
  readonly note?: Text;
}

export interface CaseQuestion {
  readonly id: string;
  readonly question: Text;
  readonly options: readonly CaseOption[];
}

export interface Guide {
  readonly code: string;
  /** What people call it, written with accents; folding is the matcher's work. */
  readonly phrases: readonly string[];
  readonly phrasesEn?: readonly string[];
  /** How people tell what happened to them, in sentences without the official word; Vietnamese and English. */
  readonly situations?: readonly string[];
  /** Short everyday name for buttons and headings. */
  readonly name: Text;
  readonly purpose: Text;
  readonly who?: Text;
  readonly cases?: readonly CaseQuestion[];
  readonly documents?: readonly GuideDocument[];
  readonly steps?: {
    readonly counter?: readonly Text[];
    readonly online?: readonly Text[];
    readonly postal?: readonly Text[];
  };
  /** What stays on paper even when filed online. */
  readonly onPaper?: Text;
  readonly mistakes?: readonly Text[];
  readonly ifRefused?: Text;
  /** When the citizen is late. */
  readonly ifLate?: Text;
  /** When the office is; absent = the general words. */
  readonly ifOfficeLate?: Text;
  readonly related?: readonly string[];
  readonly checkedOn: string;
}
