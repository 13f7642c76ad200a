import { expect, it } from "vitest";
import { personId } from "../../../../bot/base/index.ts";
import {
  addReferralLink,
  countReferrals,
  noteInteraction,
  noteReferralOpened,
  noteReferralStarted,
  readReferralLink,
} from "../../../../bot/store/index.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const an = personId("zalo", "1111");
const binh = personId("web", "2222");
const quay1 = { code: "QUAY1", label: "Quầy số 1", createdAtMs: 1 };
const cho2 = { code: "CHO-2", label: "Chợ Cần Giuộc", createdAtMs: 2 };

describeOnEachStore("referral links", (open) => {
  const withLinks = async () => {
    const store = await open();
    await noteInteraction(store, { personId: an, channel: "zalo", atMs: 1 }, 1);
    await noteInteraction(store, { personId: binh, channel: "web", atMs: 1 }, 1);
    for (const link of [cho2, quay1]) expect(await addReferralLink(store, link)).toBe(true);
    return store;
  };

  it("are made once and found by their code", async () => {
    const store = await withLinks();
    expect(await addReferralLink(store, { ...quay1, label: "khác" })).toBe(false);
    expect(await readReferralLink(store, "QUAY1")).toEqual(quay1);
    expect(await readReferralLink(store, "QUAY9")).toBeUndefined();
  });

  it("count every opening, and each person once a link", async () => {
    const store = await withLinks();
    for (const atMs of [5, 6, 7]) await noteReferralOpened(store, "QUAY1", atMs);
    expect(await noteReferralStarted(store, { code: "QUAY1", personId: an, atMs: 8 })).toBe(true);
    expect(await noteReferralStarted(store, { code: "QUAY1", personId: an, atMs: 9 })).toBe(false);
    expect(await noteReferralStarted(store, { code: "QUAY1", personId: binh, atMs: 9 })).toBe(true);
    expect(await noteReferralStarted(store, { code: "CHO-2", personId: an, atMs: 9 })).toBe(true);
    expect(await countReferrals(store)).toEqual([
      { ...quay1, opened: 3, started: 2 },
      { ...cho2, opened: 0, started: 1 },
    ]);
  });
});
