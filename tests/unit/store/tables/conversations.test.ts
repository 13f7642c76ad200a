import { beforeEach, expect, it } from "vitest";
import { personId } from "../../../../bot/base/index.ts";
import {
  handBackConversation,
  listHumanConversations,
  noteInteraction,
  readConversation,
  type Store,
  saveConversation,
} from "../../../../bot/store/index.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const an = personId("zalo", "1");
const binh = personId("web", "2");

describeOnEachStore("conversations", (open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
  });

  const hear = (atMs: number | null, id = an) =>
    noteInteraction(store, { personId: id, channel: "zalo", atMs }, 5);
  const human = (id: typeof an, humanUntilAtMs: number) =>
    saveConversation(store, { personId: id, state: {}, mode: "HUMAN", humanUntilAtMs });

  it("does not know a person who never wrote", async () => {
    expect(await readConversation(store, an)).toBeUndefined();
  });

  it("starts a talk with the first sign of life, answered by the bot", async () => {
    await hear(1_790_000_000_123);
    expect(await readConversation(store, an)).toEqual({
      personId: an,
      state: {},
      mode: "BOT",
      humanUntilAtMs: null,
      lastInteractionAtMs: 1_790_000_000_123,
    });
  });

  it.each([
    ["forward with a later event", [100, 200], 200],
    ["not back with a late one", [200, 100], 200],
    ["not at all with what the person did not do", [100, null], 100],
    ["from nothing with the first they do", [null, 100], 100],
  ] as const)("moves the last interaction %s", async (_name, times, expected) => {
    for (const atMs of times) await hear(atMs);
    expect((await readConversation(store, an))?.lastInteractionAtMs).toBe(expected);
  });

  it("keeps what is remembered, letter for letter", async () => {
    await hear(1);
    const state = { procedure: "1.001193", offered: [{ label: "Khai sinh “lại”", payload: "x" }], atMs: 7 };
    await saveConversation(store, { personId: an, state, mode: "HUMAN", humanUntilAtMs: 99 });
    expect(await readConversation(store, an)).toMatchObject({ state, mode: "HUMAN", humanUntilAtMs: 99 });
  });

  it("hands back to the bot once", async () => {
    await hear(1);
    await human(an, 99);
    expect(await handBackConversation(store, an)).toBe(true);
    expect(await readConversation(store, an)).toMatchObject({ mode: "BOT", humanUntilAtMs: null });
    expect(await handBackConversation(store, an)).toBe(false);
  });

  it("lists whom staff answer now, the one whose time ends first in front", async () => {
    const chi = personId("zalo", "3");
    for (const id of [an, binh, chi]) await hear(1, id);
    await human(an, 300);
    await human(binh, 200);
    await human(chi, 100);
    expect((await listHumanConversations(store, 100, 10)).map((one) => one.personId)).toEqual([binh, an]);
    expect(await listHumanConversations(store, 100, 1)).toHaveLength(1);
  });
});
