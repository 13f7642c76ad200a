import express from "express";
import { type AppParts, createApp } from "../../../bot/app.ts";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import { readConfig } from "../../../bot/config.ts";
import type { Knowledge } from "../../../bot/domain/index.ts";
import { listen } from "../../../bot/http/index.ts";
import { type Simulator, startSimulator } from "../../../bot/simulator/index.ts";
import { countWaiting, openMemoryStore, openStore, type Store } from "../../../bot/store/index.ts";
import { type Chance, chanceOf } from "../torture/chance.ts";
import { countRenewals, countSetAside, readShown, readTaken } from "./books.ts";
import { createDoor, type Door } from "./door.ts";
import { daySettings, nextFault } from "./faults.ts";
import { type Deed, planDay } from "./plan.ts";
import { judgeTraffic, type TrafficVerdict } from "./verdict.ts";

export interface TrafficOptions {
  readonly messages: number;
  readonly people: number;
  readonly seed: number;
  readonly knowledge: Knowledge;
  readonly answer: AppParts["answer"];
  readonly questions: readonly string[];
  /** Folder of an SQLite file; absent = in memory. */
  readonly dataDir?: string;
  /** The clock is put forward in steps of at most this. Default: 20 s. */
  readonly stepMs?: number;
  readonly onProgress?: (done: number) => void;
}

export interface TrafficReport extends TrafficVerdict {
  readonly seed: number;
  readonly messages: number;
  readonly people: number;
  readonly hours: number;
  readonly webhooks: number;
  readonly redeliveries: number;
  readonly turnedAway: number;
  readonly answersLost: number;
  readonly tokensRenewed: number;
  readonly setAside: number;
  readonly halfHoursWithFaults: number;
  readonly webhookP50Ms: number;
  readonly webhookP99Ms: number;
  readonly tookS: number;
}

const HALF_HOUR_MS = 30 * 60_000;
const DEFAULT_STEP_MS = 20_000;
/** Longest the platform goes on delivering, and then some. */
const AFTERWARDS_MS = 2.5 * 60 * 60_000;
const QUIET_WITHIN_MS = 5_000;

interface Day {
  readonly simulator: Simulator;
  readonly store: Store;
  readonly door: Door;
  readonly chance: Chance;
  readonly startMs: number;
  readonly stepMs: number;
}

/** A day of messages through the whole program in minutes, with the platform misbehaving; then the books are compared. */
export async function runTraffic(options: TrafficOptions): Promise<TrafficReport> {
  const startedMs = performance.now();
  const { messages, people, seed, questions, dataDir } = options;
  const chance = chanceOf(seed);
  const simulator = await startSimulator({
    clock: systemClock,
    log: silentLog,
    random: chance.next,
    settings: daySettings,
  });
  const { clock } = simulator;
  const store = dataDir ? await openStore({ dataDir, clock, log: silentLog }) : await openMemoryStore(clock);
  const { door, stop } = await startProgram(options, simulator, store, chance);
  const { stepMs = DEFAULT_STEP_MS } = options;
  const day: Day = { simulator, store, door, chance, startMs: clock.nowMs(), stepMs };
  const deeds = planDay({ messages, people, questions, chance });
  const halfHoursWithFaults = await live(day, deeds, options.onProgress);
  await settle(day);
  const done = new Map<string, number>();
  for (const { personId } of deeds) done.set(personId, (done.get(personId) ?? 0) + 1);
  const report = {
    ...judgeTraffic(done, await readTaken(store), readShown(simulator)),
    seed,
    messages,
    people: done.size,
    hours: Math.round((clock.nowMs() - day.startMs) / 3_600_000),
    ...door.count,
    tokensRenewed: await countRenewals(store, simulator.account.oaId),
    setAside: await countSetAside(store),
    halfHoursWithFaults,
    webhookP50Ms: percentile(door.tookMs, 0.5),
    webhookP99Ms: percentile(door.tookMs, 0.99),
  };
  await stop();
  return { ...report, tookS: Math.round((performance.now() - startedMs) / 100) / 10 };
}

async function startProgram(
  { knowledge, answer }: TrafficOptions,
  simulator: Simulator,
  store: Store,
  chance: Chance,
): Promise<{ readonly door: Door; readonly stop: () => Promise<void> }> {
  const app = createApp({
    config: readConfig({}),
    publicUrl: "http://127.0.0.1",
    adminPassword: "a-password-for-tests",
    store,
    knowledge,
    answer,
    clock: simulator.clock,
    log: silentLog,
    simulator,
  });
  const door = createDoor("/webhooks/zalo", chance);
  const listening = await listen(express().use(door.handler, app.web), { port: 0, host: "127.0.0.1" });
  app.start();
  simulator.connect(`http://127.0.0.1:${listening.port}/webhooks/zalo`);
  return {
    door,
    stop: async () => {
      await listening.stop(500);
      await app.drain();
      await simulator.stop();
      await store.close();
    },
  };
}

/** Lives through the day; @returns the half hours in which something was wrong */
async function live(
  day: Day,
  deeds: readonly Deed[],
  onProgress: TrafficOptions["onProgress"],
): Promise<number> {
  const { simulator, chance, startMs, stepMs } = day;
  let faultyHalfHours = 0;
  let halfHour = -1;
  for (const [at, deed] of deeds.entries()) {
    while (simulator.clock.nowMs() < startMs + deed.atMs) {
      await quiet(day);
      const leftMs = startMs + deed.atMs - simulator.clock.nowMs();
      simulator.clock.advance(Math.max(0, Math.min(leftMs, stepMs)));
      const now = Math.floor((simulator.clock.nowMs() - startMs) / HALF_HOUR_MS);
      if (now === halfHour) continue;
      halfHour = now;
      const fault = nextFault(chance);
      Object.assign(simulator.settings, fault.settings);
      if (fault.name !== "none") faultyHalfHours += 1;
    }
    act(day, deed);
    onProgress?.(at + 1);
  }
  return faultyHalfHours;
}

function act({ simulator: { acts, world } }: Day, { personId, kind, text }: Deed): void {
  if (kind === "text") acts.say(personId, text);
  else if (kind !== "button") acts.send(personId, kind);
  else {
    const buttons = world.find(personId)?.messages.findLast(({ from }) => from === "oa")?.buttons ?? [];
    acts.say(personId, buttons.find(({ type }) => type.startsWith("oa.query"))?.payload ?? text);
  }
}

/** No webhook is under way. The replies may still be. */
async function quiet({ simulator: { world } }: Day): Promise<void> {
  await systemClock.sleep(2);
  const untilMs = performance.now() + QUIET_WITHIN_MS;
  while (world.posting > 0 && performance.now() < untilMs) await systemClock.sleep(2);
}

/** Faults off, and time for all that was to come again. */
async function settle(day: Day): Promise<void> {
  const { simulator, store, door, stepMs } = day;
  Object.assign(simulator.settings, daySettings);
  door.faulty = false;
  const untilMs = simulator.clock.nowMs() + AFTERWARDS_MS;
  for (;;) {
    await quiet(day);
    await systemClock.sleep(10);
    const waiting = await countWaiting(store);
    const idle = waiting.in.people + waiting.out.people === 0;
    if (idle && simulator.clock.nowMs() > untilMs) return;
    // Work that never ends would be found by the verdict.
    if (simulator.clock.nowMs() > untilMs + AFTERWARDS_MS) return;
    simulator.clock.advance(stepMs);
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
}
