import { type App, type AppParts, createApp } from "../../bot/app.ts";
import { type Clock, silentLog, systemClock } from "../../bot/base/index.ts";
import { readConfig } from "../../bot/config.ts";
import { listen } from "../../bot/http/index.ts";
import { type Simulator, startSimulator } from "../../bot/simulator/index.ts";
import { openMemoryStore, type Store } from "../../bot/store/index.ts";
import { echo, testKnowledge } from "./test-app.ts";

/** The whole program without an Official Account: the simulator is its Zalo. */
export interface SimulatedApp extends App {
  readonly url: string;
  readonly store: Store;
  readonly simulator: Simulator;
  readonly close: () => Promise<void>;
}

export interface SimulatedAppOptions {
  readonly answer?: AppParts["answer"];
  readonly knowledge?: AppParts["knowledge"];
  readonly settings?: Parameters<typeof startSimulator>[0]["settings"];
  readonly random?: () => number;
  readonly clock?: Clock;
}

export async function startSimulatedApp(options: SimulatedAppOptions = {}): Promise<SimulatedApp> {
  const { answer = echo, knowledge = testKnowledge(), settings, random, clock: base = systemClock } = options;
  const simulator = await startSimulator({
    clock: base,
    log: silentLog,
    ...(settings && { settings }),
    ...(random && { random }),
  });
  const { clock } = simulator;
  const store = await openMemoryStore(clock);
  const app = createApp({
    config: readConfig({}),
    publicUrl: "http://127.0.0.1",
    adminPassword: "a-password-for-tests",
    store,
    knowledge,
    answer,
    clock,
    log: silentLog,
    simulator,
  });
  const listening = await listen(app.web, { port: 0, host: "127.0.0.1" });
  const url = `http://127.0.0.1:${listening.port}`;
  app.start();
  simulator.connect(`${url}/webhooks/zalo`);
  return {
    ...app,
    url,
    store,
    simulator,
    close: async () => {
      await listening.stop(500);
      await app.drain();
      await simulator.stop();
      await store.close();
    },
  };
}

/** Asks until `look` gives something; a test that waits for nothing fails with `what`. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  withinMs = 10_000,
): Promise<T> {
  const untilMs = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > untilMs) throw new Error(`waited ${withinMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
