import express, { type Router } from "express";
import type { Clock, Log } from "../base/index.ts";
import { listen } from "../http/index.ts";
import { newAccount, type SimulatedAccount } from "./account.ts";
import { type Acts, createActs } from "./acts.ts";
import { apiServer } from "./api/server.ts";
import { createDeliverer } from "./deliver.ts";
import type { Platform } from "./platform.ts";
import { simulatorRouter } from "./routes.ts";
import { createSettableClock, type SettableClock } from "./settable-clock.ts";
import { normalSettings, type Settings } from "./settings.ts";
import { createTokenDesk } from "./tokens.ts";
import { createWorld, type World } from "./world.ts";

/** A pretend Zalo, running. */
export interface Simulator {
  /** Use it as the account's settings: it points to the simulator's own API. */
  readonly account: SimulatedAccount;
  /** Use it for the whole program, so that time put forward on the page passes everywhere. */
  readonly clock: SettableClock;
  /** The phone's page and its plain contract, for the program's own server. */
  readonly router: Router;
  /** Tells where events go, once the program listens; they wait until then. */
  readonly connect: (webhookUrl: string) => void;
  readonly acts: Acts;
  readonly world: World;
  /** May be changed at any time. */
  readonly settings: Settings;
  readonly stop: () => Promise<void>;
}

const STOP_MS = 500;

/**
 * Starts the pretend platform: its API listens on a loopback port of its own, as the real one is
 * another machine; its events are posted over HTTP, signed.
 */
export async function startSimulator(parts: {
  readonly clock: Clock;
  readonly log: Log;
  readonly random?: () => number;
  readonly settings?: Partial<Settings>;
}): Promise<Simulator> {
  const { log, random = Math.random } = parts;
  const clock = createSettableClock(parts.clock);
  const world = createWorld(clock);
  const settings = { ...normalSettings, ...parts.settings };
  const web = express();
  const server = await listen(web, { port: 0, host: "127.0.0.1" });
  const account = newAccount(`http://127.0.0.1:${server.port}`);
  const deliverer = createDeliverer({ account, world, settings, clock, log, random });
  const tokens = createTokenDesk(account, clock, settings);
  const platform: Platform = { account, world, settings, tokens, deliverer, clock, log };
  const acts = createActs(platform);
  web.use(apiServer(platform));
  return {
    account,
    clock,
    router: simulatorRouter({ platform, acts, advance: clock.advance }),
    connect: deliverer.connect,
    acts,
    world,
    settings,
    stop: async () => {
      deliverer.stop();
      await server.stop(STOP_MS);
    },
  };
}
