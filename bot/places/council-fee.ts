import type { CouncilFee, Fee, Procedure } from "../domain/index.ts";

const council = /hội đồng nhân dân|hđnd/i;
const leavesFeesToCouncil = /phí.*thuộc thẩm quyền quyết định của (?:hội đồng nhân dân|hđnd)/i;

/** The record's own words say that the provincial people's council decides, with or without an amount beside them. */
export function decidedByCouncil(fee: Fee): boolean {
  switch (fee.kind) {
    case "provincial-council":
      return true;
    case "amount":
      return council.test(fee.label ?? "");
    case "note":
      return council.test(fee.note);
    default:
      return false;
  }
}

/** What a resolution of the council may stand in place of: its own fees, and those nobody has published. */
export function isOpenToCouncil(fee: Fee): boolean {
  return fee.kind === "not-published" || decidedByCouncil(fee);
}

/** The first law of the record that leaves fees to the council, by its title. */
export function lawForCouncil({ legalBases }: Pick<Procedure, "legalBases">): string | undefined {
  return legalBases.find(({ title }) => leavesFeesToCouncil.test(title))?.number;
}

/** Staff are to look for a resolution: the record says the council decides, or names a law that says so and no amount. */
export function awaitsCouncil(procedure: Pick<Procedure, "channels" | "legalBases">): boolean {
  const fees = procedure.channels.flatMap((channel) => channel.fees);
  if (fees.some(decidedByCouncil)) return true;
  return fees.some(({ kind }) => kind === "not-published") && lawForCouncil(procedure) !== undefined;
}

/** What the province's council decided on a procedure, in force on a day, `YYYY-MM-DD`. */
export function councilFeeOf(
  code: string,
  fees: readonly CouncilFee[],
  province: string,
  today: string,
): CouncilFee | undefined {
  return fees.find(
    (fee) =>
      fee.code === code &&
      fee.province === province &&
      fee.effectiveFrom <= today &&
      (fee.effectiveTo === undefined || today <= fee.effectiveTo),
  );
}

/** A resolution of this province's council that the record itself names among its laws. */
export function resolutionNamed({ legalBases }: Procedure, province: string): string | undefined {
  const own = province.replace(/^(?:tỉnh|thành phố)\s+/i, "").toLowerCase();
  return legalBases.find(
    ({ number, title }) =>
      /NQ-HĐND/i.test(`${number} ${title}`) && title.normalize("NFC").toLowerCase().includes(own),
  )?.number;
}
