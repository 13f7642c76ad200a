import { beforeEach, expect, it } from "vitest";
import { type PersonId, personId, systemClock } from "../../../bot/base/index.ts";
import {
  claimLanes,
  findErasures,
  listSetAside,
  readConversation,
  type Store,
} from "../../../bot/store/index.ts";
import { describeOnEachStore } from "../../support/stores.ts";
import { an, binh, makeFlow, plain, quickPolicy, testAnswer } from "../../support/test-flow.ts";

const SETTLE_MS = 10_000;

describeOnEachStore("taking turns", (open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
  });

  it("answers each person in order, with what was remembered of the turn before", async () => {
    const seen: string[] = [];
    const flow = makeFlow(store, {
      answer: (question) => {
        seen.push(`${question.text} after ${question.state.earlier?.[0] ?? "nothing"}`);
        return testAnswer(question);
      },
    });
    for (const text of ["1", "2", "3"]) await flow.say(an, text);
    flow.start();
    expect(await flow.settled(an, SETTLE_MS)).toBe(true);
    await flow.drain();
    expect(seen).toEqual(["1 after nothing", "2 after 1", "3 after 2"]);
    expect(flow.received(an)).toEqual(["re: 1", "re: 2", "re: 3"]);
  });

  it("keeps everybody's order when many write at once", async () => {
    const people = Array.from({ length: 12 }, (_, index) => personId("zalo", `p${index}`));
    const flow = makeFlow(store, {
      farEnd: async () => {
        await systemClock.sleep(Math.random() * 10);
        return undefined;
      },
    });
    flow.start();
    await Promise.all(
      people.map(async (person) => {
        for (let n = 0; n < 8; n++) await flow.say(person, `${n}`);
      }),
    );
    for (const person of people) {
      expect(await flow.settled(person, SETTLE_MS)).toBe(true);
      expect(flow.received(person)).toEqual(Array.from({ length: 8 }, (_, n) => `re: ${n}`));
    }
    await flow.drain();
  });

  it("never leaves a message lying that comes just when the person's work is done", async () => {
    const flow = makeFlow(store);
    flow.start();
    const many = 60;
    for (let n = 0; n < many; n++) {
      await flow.say(an, `${n}`);
      // A different wait each time, to meet the moment of release.
      for (let turns = n % 12; turns > 0; turns--) await new Promise(setImmediate);
    }
    const startedMs = performance.now();
    expect(await flow.settled(an, SETTLE_MS)).toBe(true);
    // A forgotten one would lie until a lease runs out.
    expect(performance.now() - startedMs).toBeLessThan(quickPolicy.inLeaseMs / 2);
    await flow.drain();
    expect(flow.received(an)).toEqual(Array.from({ length: many }, (_, n) => `re: ${n}`));
  });

  it("writes the talk down: what came, what was said, how it ended, what became of it", async () => {
    const flow = makeFlow(store);
    flow.start();
    await flow.say(an, "lệ phí");
    await flow.bring(an, { kind: "sticker" });
    await flow.settled(an, SETTLE_MS);
    await flow.drain();
    expect(await flow.history(an, 10)).toMatchObject([
      { direction: "in", kind: "text", text: "lệ phí" },
      { direction: "out", text: "re: lệ phí", status: "answered.card", delivery: "sent" },
      { direction: "in", kind: "sticker", text: "" },
      { direction: "out", text: "kind: sticker", delivery: "sent" },
    ]);
  });

  it("is silent while staff have the word, keeps what is written, and comes back at #bot", async () => {
    const flow = makeFlow(store);
    flow.start();
    for (const text of ["person", "đang hỏi cán bộ", "#bot", "lệ phí"]) await flow.say(an, text);
    await flow.settled(an, SETTLE_MS);
    await flow.drain();
    expect(flow.received(an)).toEqual(["re: person", "staff: asked", "bot is back", "re: lệ phí"]);
    expect((await flow.history(an, 20)).map((turn) => turn.text)).toContain("đang hỏi cán bộ");
  });

  it("lets staff hand back, and knows when there is nothing to hand back", async () => {
    const flow = makeFlow(store);
    flow.start();
    await flow.bring(an, { kind: "staff-reply" });
    await flow.settled(an, SETTLE_MS);
    expect((await readConversation(store, an))?.mode).toBe("HUMAN");
    expect([await flow.handBack(an), await flow.handBack(an)]).toEqual([true, false]);
    await flow.say(an, "lệ phí");
    await flow.settled(an, SETTLE_MS);
    await flow.drain();
    expect(flow.received(an)).toEqual(["staff: staff-reply", "re: lệ phí"]);
  });

  it("sets aside what keeps failing, says sorry, shows staff, and goes on with the next", async () => {
    const tried: string[] = [];
    const flow = makeFlow(store, {
      answer: (question) => {
        tried.push(question.text);
        return testAnswer(question);
      },
    });
    flow.start();
    for (const text of ["before", "bug", "after"]) await flow.say(an, text);
    await flow.say(binh, "other");
    for (const person of [an, binh]) expect(await flow.settled(person, SETTLE_MS)).toBe(true);
    await flow.drain();
    expect(flow.received(an)).toEqual(["re: before", "sorry", "re: after"]);
    expect(flow.received(binh)).toEqual(["re: other"]);
    expect(tried.filter((text) => text === "bug")).toHaveLength(quickPolicy.turnAttempts);
    const rows = await listSetAside(store, 10);
    expect(rows).toMatchObject([{ personId: an, kind: "turn-failed" }]);
    expect(rows[0]?.reason).toContain("cannot read");
    expect(rows[0]?.reason).not.toContain("079123456789");
    expect((await flow.history(an, 20)).find((turn) => turn.text === "sorry")?.status).toBe("failed");
  });

  it("answers after all when a failure passes", async () => {
    let failures = 2;
    const flow = makeFlow(store, {
      answer: (question) => {
        if (failures-- > 0) throw new Error("for a moment");
        return testAnswer(question);
      },
    });
    flow.start();
    await flow.say(an, "1");
    await flow.say(an, "2");
    await flow.settled(an, SETTLE_MS);
    await flow.drain();
    expect(flow.received(an)).toEqual(["re: 1", "re: 2"]);
    expect(await listSetAside(store, 10)).toEqual([]);
  });

  it("sets aside without trying what was in hand each time the process died", async () => {
    const flow = makeFlow(store, {
      answer: () => {
        throw new Error("must not be tried");
      },
    });
    await flow.say(an, "deadly");
    await dieWithItInHand(store, quickPolicy.crashClaims);
    flow.start();
    await flow.settled(an, SETTLE_MS);
    await flow.drain();
    expect(flow.received(an)).toEqual(["sorry"]);
    expect((await listSetAside(store, 10))[0]?.reason).toContain("process ended");
  });

  it("erases who withdraws, without a word, and starts anew with who writes again", async () => {
    const flow = makeFlow(store);
    flow.start();
    await flow.say(an, "riêng tư", "first");
    await flow.settled(an, SETTLE_MS);
    await flow.bring(an, { kind: "withdraw" });
    expect(await flow.settled(an, SETTLE_MS)).toBe(true);
    expect(await flow.history(an, 10)).toEqual([]);
    expect(await readConversation(store, an)).toBeUndefined();
    expect(await findErasures(store, an)).toHaveLength(1);
    expect(await flow.say(an, "riêng tư", "first")).toBe("duplicate");
    await flow.say(an, "lại đây");
    await flow.settled(an, SETTLE_MS);
    await flow.drain();
    expect(flow.received(an)).toEqual(["re: riêng tư", "re: lại đây"]);
    expect(await flow.history(an, 10)).toHaveLength(2);
  });

  it("answers what was written after withdrawing, though it came before the erasure", async () => {
    const flow = makeFlow(store);
    await flow.say(an, "trước");
    await flow.bring(an, { kind: "withdraw" });
    await flow.say(an, "sau");
    flow.start();
    expect(await flow.settled(an, SETTLE_MS)).toBe(true);
    await flow.drain();
    expect(flow.received(an)).toContain("re: sau");
    expect((await flow.history(an, 10)).map((turn) => turn.text)).toEqual(["sau", "re: sau"]);
  });

  it("erases at staff's request also what waits to be answered", async () => {
    const flow = makeFlow(store);
    await flow.say(an, "chào");
    await flow.erase(an);
    flow.start();
    expect(await flow.settled(an, SETTLE_MS)).toBe(true);
    await flow.drain();
    expect(flow.received(an)).toEqual([]);
    expect(await findErasures(store, an)).toHaveLength(1);
  });

  it("tells its observer what happened, without anybody's words", async () => {
    const heard: unknown[] = [];
    const flow = makeFlow(store, {
      observer: {
        turnTaken: (turn) => heard.push({ ...turn, tookMs: turn.tookMs >= 0 }),
        sendEnded: (send) => heard.push(send),
        setAside: (kind) => heard.push(kind),
      },
      replyToContent: (_content, state) => ({ messages: [plain("a"), plain("b")], state }),
    });
    flow.start();
    await flow.bring(an, { kind: "sticker" });
    await flow.settled(an, SETTLE_MS);
    await flow.drain();
    expect(heard).toEqual([
      { channel: "zalo", kind: "sticker", tookMs: true },
      { channel: "zalo", outcome: "sent" },
      { channel: "zalo", outcome: "sent" },
    ]);
    expect(flow.received(an)).toEqual(["a", "b"]);
  });
});

/** Claims the person's first item as processes would that die before they finish it. */
async function dieWithItInHand(store: Store, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const request = { lane: "in", owner: `dead-${n}`, leaseMs: 1, limit: 1, exclusive: false } as const;
    const claimed: { personId: PersonId }[] = await claimLanes(store, request);
    expect(claimed).toHaveLength(1);
    await systemClock.sleep(5);
  }
}
