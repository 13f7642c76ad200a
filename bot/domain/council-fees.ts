import type { ChannelKind } from "./procedure.ts";

/** One line of what a provincial people's council decided. `unit` is what it is charged for each time: "trường hợp". */
export type CouncilAmount =
  | {
      readonly kind: "amount";
      readonly amount: number;
      readonly currency: "VND";
      readonly unit: string;
      /** For whom or what, where the resolution tells several amounts apart. */
      readonly label?: string;
    }
  /** The resolution says in words that nothing is charged; `ground` quotes them. */
  | { readonly kind: "free"; readonly ground: string };

/** The fee of one procedure in one province, as staff entered it from a resolution of its people's council. */
export interface CouncilFee {
  readonly code: string;
  /** The province as it is called today, `Tỉnh Tây Ninh`. */
  readonly province: string;
  readonly resolution: { readonly number: string; readonly title: string; readonly url: string };
  /** A way of filing that is missing here has no amount yet. */
  readonly channels: Readonly<Partial<Record<ChannelKind, readonly CouncilAmount[]>>>;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  /** Where the entry was read: an official gazette, a page. */
  readonly source: string;
  readonly checkedOn: string;
  /** The office that entered it, never a person. */
  readonly by: string;
}
