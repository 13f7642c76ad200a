import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { type PersonId, personId } from "../../../../bot/base/index.ts";
import {
  advanceLane,
  claimLanes,
  countWaiting,
  hasWork,
  type LaneHold,
  LaneLostError,
  noteInteraction,
  postponeLane,
  pushLane,
  renewLane,
  type Store,
} from "../../../../bot/store/index.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const an = personId("zalo", "1");
const binh = personId("zalo", "2");
const LONG_MS = 60_000;

describeOnEachStore("lanes", (open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
    for (const person of [an, binh]) await addPerson(store, person);
  });

  const claim = (owner: string, options: { limit?: number; leaseMs?: number; exclusive?: boolean } = {}) =>
    claimLanes(store, { lane: "in", owner, leaseMs: LONG_MS, limit: 10, exclusive: false, ...options });
  const hold = (personId: PersonId, owner: string, seq: number): LaneHold => ({
    personId,
    lane: "in",
    owner,
    seq,
  });
  const keep = { leaseMs: LONG_MS };

  it("numbers a person's items 1, 2, 3…, several at once included, each direction by itself", async () => {
    expect(await pushLane(store, an, "in")).toBe(1);
    expect(await pushLane(store, an, "in", 3)).toBe(4);
    expect(await pushLane(store, an, "out")).toBe(1);
    expect(await pushLane(store, binh, "in")).toBe(1);
  });

  it("claims only lanes with work, the first item of each, and each once", async () => {
    await pushLane(store, an, "in", 2);
    await pushLane(store, binh, "out");
    expect(await claim("a")).toEqual([{ personId: an, seq: 1, claims: 1 }]);
    expect(await claim("b")).toEqual([]);
  });

  it("claims no more than asked for, those who wait longest first", async () => {
    await pushLane(store, binh, "in");
    await new Promise((resolve) => setTimeout(resolve, 5));
    await pushLane(store, an, "in");
    expect((await claim("a", { limit: 1 })).map((lane) => lane.personId)).toEqual([binh]);
    expect((await claim("a", { limit: 1 })).map((lane) => lane.personId)).toEqual([an]);
  });

  it("keeps the lane while it has work, and lets it go with the last item", async () => {
    await pushLane(store, an, "in", 2);
    await claim("a");
    expect(await advanceLane(store, hold(an, "a", 1), keep)).toBe(true);
    expect(await claim("b")).toEqual([]);
    expect(await advanceLane(store, hold(an, "a", 2), keep)).toBe(false);
    expect(await hasWork(store, an)).toBe(false);
    await pushLane(store, an, "in");
    expect(await claim("b")).toEqual([{ personId: an, seq: 3, claims: 1 }]);
  });

  it("lets go of a lane that still has work when it is not kept", async () => {
    await pushLane(store, an, "in", 2);
    await claim("a");
    expect(await advanceLane(store, hold(an, "a", 1), undefined)).toBe(false);
    expect(await claim("b")).toEqual([{ personId: an, seq: 2, claims: 1 }]);
  });

  it("hides a postponed lane until its time has come", async () => {
    await pushLane(store, an, "in");
    await claim("a");
    await postponeLane(store, hold(an, "a", 1), 80);
    expect(await claim("a")).toEqual([]);
    expect(await hasWork(store, an)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await claim("a")).toEqual([{ personId: an, seq: 1, claims: 1 }]);
  });

  it("does not bring a postponed lane forward when another message comes", async () => {
    await pushLane(store, an, "in");
    await claim("a");
    await postponeLane(store, hold(an, "a", 1), LONG_MS);
    await pushLane(store, an, "in");
    expect(await claim("a")).toEqual([]);
  });

  it("gives a lane to another when the lease has run out, and counts how often it was claimed", async () => {
    await pushLane(store, an, "in");
    await claim("a", { leaseMs: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await claim("b")).toEqual([{ personId: an, seq: 1, claims: 2 }]);
  });

  it.each([
    ["finish", (s: Store, h: LaneHold) => advanceLane(s, h, keep)],
    ["postpone", (s: Store, h: LaneHold) => postponeLane(s, h, 1)],
    ["renew", (s: Store, h: LaneHold) => renewLane(s, h, 1)],
  ])("does not let the one who lost a lane %s its item", async (_name, act) => {
    await pushLane(store, an, "in", 2);
    await claim("a", { leaseMs: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await claim("b");
    await expect(act(store, hold(an, "a", 1))).rejects.toBeInstanceOf(LaneLostError);
    expect(await advanceLane(store, hold(an, "b", 1), keep)).toBe(true);
    await expect(act(store, hold(an, "b", 1))).rejects.toBeInstanceOf(LaneLostError);
  });

  it("renews a lease for as long as asked", async () => {
    await pushLane(store, an, "in");
    await claim("a", { leaseMs: 30 });
    await renewLane(store, hold(an, "a", 1), LONG_MS);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await claim("b")).toEqual([]);
  });

  it("takes over others' leases at once when the process knows it is alone, never its own", async () => {
    await pushLane(store, an, "in");
    await claim("dead");
    expect(await claim("a", { exclusive: true })).toEqual([{ personId: an, seq: 1, claims: 2 }]);
    expect(await claim("a", { exclusive: true })).toEqual([]);
  });

  it("counts the people who wait, and since when", async () => {
    expect(await countWaiting(store)).toEqual({
      in: { people: 0, sinceAtMs: null },
      out: { people: 0, sinceAtMs: null },
    });
    await pushLane(store, an, "in", 5);
    await pushLane(store, binh, "in");
    const waiting = await countWaiting(store);
    expect(waiting.in.people).toBe(2);
    expect(Math.abs((waiting.in.sinceAtMs ?? 0) - Date.now())).toBeLessThan(10_000);
    expect(waiting.out.people).toBe(0);
  });

  it("hands out every item exactly once and in order, whatever is pushed, claimed and lost when", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("push", "work", "crash"), { maxLength: 25 }),
        async (steps) => {
          const person = personId("zalo", `p${Math.random()}`);
          await addPerson(store, person);
          const done = await runSteps(store, person, steps);
          const pushed = steps.filter((step) => step === "push").length;
          expect(done).toEqual(Array.from({ length: pushed }, (_, index) => index + 1));
        },
      ),
      { numRuns: 15 },
    );
  });
});

/** Plays the steps, then works off what is left. @returns the items in the order they were finished */
async function runSteps(store: Store, person: PersonId, steps: readonly string[]): Promise<number[]> {
  const done: number[] = [];
  let owner = 0;
  const request = { lane: "in" as const, leaseMs: LONG_MS, limit: 10, exclusive: true };
  const work = async (finish: boolean) => {
    const mine = `o${person}${++owner}`;
    const claimed = (await claimLanes(store, { ...request, owner: mine })).find((c) => c.personId === person);
    if (!claimed || !finish) return false;
    done.push(claimed.seq);
    return advanceLane(store, { personId: person, lane: "in", owner: mine, seq: claimed.seq }, undefined);
  };
  for (const step of steps) {
    if (step === "push") await pushLane(store, person, "in");
    else await work(step === "work");
  }
  while (await hasWork(store, person)) await work(true);
  return done;
}

function addPerson(store: Store, personId: PersonId): Promise<void> {
  return noteInteraction(store, { personId, channel: "zalo", atMs: null }, 0);
}
