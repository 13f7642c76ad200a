import { type Finding, judge } from "./finding.ts";

/** This machine's time, and the same moment as others have it. All ms UTC. */
export interface ClocksSeen {
  readonly nowMs: number;
  /** Differences to this machine's clock, positive when the other is ahead. */
  readonly aheadMs: readonly { readonly of: string; readonly ms: number }[];
  /** The latest time in the store. */
  readonly newestAtMs?: number;
  readonly timeZone: string;
}

const { ok, warn } = judge("clock", "Đồng hồ", "clock");
const SECOND_MS = 1_000;
/** Leases, the platform's time limits and what people read in a talk all bear this much. */
const TOLERANCE_MS = 30 * SECOND_MS;
const TODO = {
  vi: "bật đồng bộ giờ (timedatectl set-ntp true) rồi kiểm tra lại",
  en: "turn time synchronisation on (timedatectl set-ntp true) and look again",
};

export function checkClock({ nowMs, aheadMs, newestAtMs, timeZone }: ClocksSeen): Finding {
  const off = aheadMs.filter(({ ms }) => Math.abs(ms) > TOLERANCE_MS);
  if (off.length > 0) {
    const list = off
      .map(({ of, ms }) => `${of} ${ms > 0 ? "+" : ""}${Math.round(ms / SECOND_MS)} s`)
      .join(", ");
    return warn({ vi: `lệch giờ so với ${list}`, en: `differs from ${list}` }, TODO);
  }
  if (newestAtMs !== undefined && newestAtMs - nowMs > TOLERANCE_MS) {
    const newest = new Date(newestAtMs).toISOString();
    return warn(
      {
        vi: `kho đã có dòng ghi lúc ${newest}, sau giờ của máy`,
        en: `the store holds a row of ${newest}, later than now`,
      },
      TODO,
    );
  }
  const compared = aheadMs.map(({ of }) => of).join(", ");
  const [vi, en] = compared ? [`, khớp với ${compared}`, `, agrees with ${compared}`] : ["", ""];
  return ok(
    `múi giờ của máy ${timeZone}; trả lời luôn theo giờ Việt Nam${vi}`,
    `the machine's time zone is ${timeZone}; answers always keep Vietnam's time${en}`,
  );
}
