import type { Fee } from "../../domain/index.ts";
import type { PortalFee } from "./portal-shape.ts";
import { cutAtSentence, oneLine, withoutListMarks } from "./published-text.ts";

/** The portal's id for the US dollar; every other or missing id is đồng unless the words say USD. */
const USD_ID = "019b3fb2-dee2-76ab-aa53-22d4d903a2bb";
/** No Vietnamese fee is below this many đồng, so a smaller amount is a slip or another currency. */
const SMALLEST_VND = 1000;
const NOTE_LIMIT = 400;

const decidedByProvince = /hội đồng nhân dân|hđnd/i;
const saysFree = /^(không thu|không phải nộp|không mất)\b/i;
/** Words that make an exemption hold for some people only. */
const onlyForSome = /trường hợp|nếu |hộ nghèo|người |đồng\b|hội đồng nhân dân|hđnd/i;
/** A later clause that speaks of a fee again: one thing is free, another is charged. */
const namesAnotherFee = /[;.]\s.*phí/i;

/**
 * Reads one channel's fee rows. A zero without words is `not-published`: the portal writes it for
 * "free", "unknown" and "see elsewhere" alike. Rows that say the same are given once.
 */
export function readFees(rows: readonly PortalFee[]): Fee[] {
  const fees = rows.map(readFee);
  const known = fees.filter((fee) => fee.kind !== "not-published");
  const kept = known.length > 0 ? known : fees.slice(0, 1);
  const seen = new Set<string>();
  return kept.filter((fee) => {
    const key = JSON.stringify(fee);
    return !seen.has(key) && seen.add(key);
  });
}

/** The portal leaves the currency empty, so the words decide: `5 USD`, but `20.000 đồng (01 USD)`. */
function isDollars({ currencyId }: PortalFee, value: number, words: string): boolean {
  const inDong = String(value).replace(/\B(?=(\d{3})+$)/g, ".?");
  if (new RegExp(`(?<![\\d.])${inDong}\\s*(đồng|vnđ)`, "i").test(words)) return false;
  return currencyId === USD_ID || /\busd\b|đô la/i.test(words);
}

function readFee(row: PortalFee): Fee {
  const value = row.value ?? 0;
  const words = cutAtSentence(withoutListMarks(oneLine(row.description)), NOTE_LIMIT);
  const hasWords = words !== "" && words !== "0";
  if (value > 0) {
    const currency = isDollars(row, value, words) ? "USD" : "VND";
    if (currency === "USD" || value >= SMALLEST_VND) {
      return { kind: "amount", amount: value, currency, ...(hasWords && { label: words }) };
    }
  }
  if (!hasWords) return { kind: "not-published" };
  if (decidedByProvince.test(words)) return { kind: "provincial-council", note: words };
  if (saysFree.test(words) && !onlyForSome.test(words) && !namesAnotherFee.test(words))
    return { kind: "free", ground: words };
  return { kind: "note", note: words };
}
