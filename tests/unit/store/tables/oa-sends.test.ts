import { expect, it } from "vitest";
import { personId } from "../../../../bot/base/index.ts";
import { noteInteraction, noteOaSend, payments, readOaSends } from "../../../../bot/store/index.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const an = personId("zalo", "1111");

describeOnEachStore("messages by what paid for them", (open) => {
  const withPerson = async () => {
    const store = await open();
    await noteInteraction(store, { personId: an, channel: "zalo", atMs: 1 }, 1);
    return store;
  };

  it("are none before the first", async () => {
    expect(await readOaSends(await withPerson(), an)).toBeUndefined();
  });

  it("are counted by kind, with the last quota the platform named", async () => {
    const store = await withPerson();
    await noteOaSend(store, { personId: an, paidBy: "free", quota: { type: "reply", remain: 7 } }, 10);
    for (const paidBy of payments) await noteOaSend(store, { personId: an, paidBy }, 20);
    expect(await readOaSends(store, an)).toEqual({
      free: 2,
      allowance: 1,
      charged: 1,
      unknown: 1,
      lastSentAtMs: 20,
    });
    await noteOaSend(store, { personId: an, paidBy: "allowance", quota: { type: "sub_quota" } }, 30);
    expect(await readOaSends(store, an)).toMatchObject({ allowance: 2, lastQuotaType: "sub_quota" });
  });

  it("of a person who was erased meanwhile are not written down", async () => {
    await expect(noteOaSend(await open(), { personId: an, paidBy: "free" }, 1)).rejects.toThrow();
  });
});
