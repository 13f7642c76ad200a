import { expect, it } from "vitest";
import { entryId } from "../../../bot/base/index.ts";
import { listForStaff, tryAgain } from "../../../bot/conversation/index.ts";
import type { Question } from "../../../bot/domain/index.ts";
import { findOutboxItem, type Store } from "../../../bot/store/index.ts";
import { describeOnEachStore } from "../../support/stores.ts";
import { an, type FarEnd, makeFlow, testAnswer } from "../../support/test-flow.ts";

describeOnEachStore("what is left to staff", (open) => {
  const only = async (store: Store) => {
    const [row, ...others] = await listForStaff(store, 10);
    expect(others).toEqual([]);
    if (!row) throw new Error("nothing waits");
    return row;
  };

  it("is a message that met a bug, with its words masked; mended, it is answered after what came since", async () => {
    const store = await open();
    let mended = false;
    const answer = (question: Question) => {
      if (!mended && question.text.startsWith("hỏng")) throw new TypeError("a bug");
      return testAnswer(question);
    };
    const flow = makeFlow(store, { answer });
    flow.start();
    await flow.say(an, "hỏng 079123456789");
    await flow.say(an, "lệ phí");
    expect(await flow.settled(an, 8_000)).toBe(true);
    const row = await only(store);
    expect(row).toMatchObject({ kind: "turn-failed", text: "hỏng [số căn cước]" });
    mended = true;
    expect(await tryAgain(store, row.entryId, "lan", 5)).toBe(true);
    expect(await flow.settled(an, 8_000)).toBe(true);
    expect(flow.received(an)).toEqual(["sorry", "re: lệ phí", "re: hỏng [số căn cước]"]);
    expect(await listForStaff(store, 10)).toEqual([]);
    await flow.drain();
  });

  it("is a reply that was refused; sent again it is one more sending of the same turn", async () => {
    const store = await open();
    let away = true;
    const farEnd: FarEnd = async () => (away ? { kind: "refused", reason: "-213" } : undefined);
    const flow = makeFlow(store, { farEnd });
    flow.start();
    await flow.say(an, "lệ phí");
    expect(await flow.settled(an, 8_000)).toBe(true);
    const row = await only(store);
    expect(row).toMatchObject({ kind: "send-refused", text: "re: lệ phí", reason: "-213" });
    away = false;
    expect(await tryAgain(store, row.entryId, "lan", 5)).toBe(true);
    expect(await flow.settled(an, 8_000)).toBe(true);
    expect(flow.received(an)).toEqual(["re: lệ phí"]);
    expect(await flow.history(an, 5)).toMatchObject([{ direction: "in" }, { delivery: "sent" }]);
    expect(await findOutboxItem(store, row.aboutEntryId)).toMatchObject({ state: "refused" });
    await flow.drain();
  });

  it("is tried again by one of two who ask at the same moment, and not by who comes later", async () => {
    const store = await open();
    const flow = makeFlow(store, { farEnd: async () => ({ kind: "refused", reason: "-213" }) });
    flow.start();
    await flow.say(an, "lệ phí");
    await flow.settled(an, 8_000);
    const { entryId: id } = await only(store);
    const both = await Promise.all(["lan", "minh"].map((by) => tryAgain(store, id, by, 5)));
    expect(both.sort()).toEqual([false, true]);
    expect(await tryAgain(store, id, "lan", 6)).toBe(false);
    expect(await tryAgain(store, entryId("no-such-row"), "lan", 6)).toBe(false);
    await flow.settled(an, 8_000);
    // Refused once more, it is on the list once more.
    expect(await only(store)).toMatchObject({ kind: "send-refused" });
    await flow.drain();
  });

  it("goes with a person who is erased", async () => {
    const store = await open();
    const flow = makeFlow(store, { farEnd: async () => ({ kind: "refused", reason: "-213" }) });
    flow.start();
    await flow.say(an, "lệ phí");
    await flow.settled(an, 8_000);
    const { entryId: id } = await only(store);
    await flow.erase(an);
    expect(await tryAgain(store, id, "lan", 5)).toBe(false);
    await flow.drain();
  });
});
