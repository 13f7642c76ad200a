/**
 * An administrative procedure (thủ tục hành chính) as the reviewed record states it.
 * Every string is NFC. Every value here may be shown to a citizen byte for byte; nothing else may.
 */

/** Who handles the procedure, from the citizen's nearest counter to the ministry. */
export type Level = "commune" | "province" | "ministry" | "other";

export type ChannelKind = "counter" | "online" | "postal";

/** What the record says about how long the office takes, counted from a complete dossier. */
export type ProcessingTime =
  | { readonly kind: "duration"; readonly quantity: number; readonly unit: TimeUnit; readonly note?: string }
  /** Only words are published; they are quoted whole. */
  | { readonly kind: "note"; readonly note: string }
  | { readonly kind: "not-published" };

export type TimeUnit = "hour" | "day" | "working-day" | "month";

/** One line of a fee table. A bare zero at the source is `not-published`, never `free`. */
export type Fee =
  /** `amount` is in whole units of `currency`; `label` says what it is charged for, as published. */
  | {
      readonly kind: "amount";
      readonly amount: number;
      readonly currency: "VND" | "USD";
      readonly label?: string;
    }
  /** The record says in words that nothing is charged; `ground` quotes them. */
  | { readonly kind: "free"; readonly ground: string }
  /** The provincial people's council decides the amount; `note` quotes the record. */
  | { readonly kind: "provincial-council"; readonly note: string }
  | { readonly kind: "note"; readonly note: string }
  | { readonly kind: "not-published" };

/** One way to hand in the dossier, with its own time and fees. */
export interface Channel {
  readonly kind: ChannelKind;
  readonly time: ProcessingTime;
  readonly fees: readonly Fee[];
}

/**
 * One paper of the dossier. `key` is stable inside its procedure and is what guides refer to.
 * A title that ends with `[…]` was longer at the source and is cut at a sentence end.
 */
export interface RequiredDocument {
  readonly key: string;
  readonly title: string;
  readonly originals: number;
  readonly copies: number;
  /** File names of the blank forms attached at the source. */
  readonly forms: readonly string[];
}

/** A variant of the dossier. The first case usually has no name: it is the ordinary one. */
export interface DocumentCase {
  readonly name: string;
  readonly documents: readonly RequiredDocument[];
}

export interface LegalBasis {
  readonly number: string;
  readonly title: string;
}

/** Something two places of the same record disagree about; kept as published, flagged for staff. */
export interface Conflict {
  readonly about: "time" | "fee";
  readonly values: readonly string[];
}

/** Where a record comes from and when it was last looked at. Dates are `YYYY-MM-DD`. */
export interface Source {
  readonly kind: "national-portal" | "local-decision";
  readonly decision: string;
  readonly decidedOn?: string;
  readonly updatedOn: string;
  readonly checkedOn: string;
  readonly portalId?: string;
  /** Fingerprint of the record as it was imported; a record that no longer matches was edited by hand. */
  readonly fingerprint: string;
}

export interface Procedure {
  /** The stable key, e.g. `1.001193`; the portal's own id changes between versions. */
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly levels: readonly Level[];
  readonly scope: "national" | "local";
  readonly promulgatedBy: string;
  readonly subjects: readonly string[];
  readonly channels: readonly Channel[];
  /** `full` (toàn trình) when the record says the whole procedure runs online. */
  readonly onlineLevel: "full" | "partial" | "none";
  readonly cases: readonly DocumentCase[];
  /** Explanatory lines of the dossier left out here; the portal page has them. */
  readonly notesLeftOut: number;
  /** Numbers with units in the steps, conditions and notes left out, `15 giờ; 60 ngày`: what a guide may say is held against them. */
  readonly figures?: string;
  readonly authorities: readonly string[];
  readonly place?: string;
  readonly results: readonly string[];
  readonly legalBases: readonly LegalBasis[];
  readonly portalUrl: string;
  readonly conflicts: readonly Conflict[];
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly source: Source;
}
