import express, { type Express } from "express";
import type { Clock, Log } from "./base/index.ts";
import { sendWebReply, webChatRouter } from "./channels/web/index.ts";
import {
  createContentReplies,
  createFlowWording,
  createZaloChannel,
  verifierFile,
} from "./channels/zalo/index.ts";
import type { Config } from "./config.ts";
import { createFlow, type Flow, type FlowObserver, type Mind } from "./conversation/index.ts";
import type { Knowledge } from "./domain/index.ts";
import {
  createMetrics,
  handleErrors,
  healthRoutes,
  type Metrics,
  notFound,
  securityHeaders,
} from "./http/index.ts";
import { createReferrals, referralRouter } from "./referral/index.ts";
import type { Simulator } from "./simulator/index.ts";
import { siteRouter } from "./site/index.ts";
import type { Store } from "./store/index.ts";
import { staticFiles } from "./view/index.ts";

/** What differs between the real program and a test of it. */
export interface AppParts {
  readonly config: Config;
  /** Where people reach this server, without a slash at its end. */
  readonly publicUrl: string;
  readonly adminPassword: string;
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly answer: Mind["answer"];
  readonly clock: Clock;
  readonly log: Log;
  /** Takes Zalo's place where the configuration names no account; pass its clock as `clock` too. */
  readonly simulator?: Pick<Simulator, "account" | "router">;
}

/** The program, put together but not started. */
export interface App {
  readonly web: Express;
  readonly flow: Flow;
  /** Starts answering what is in the inbox and keeping the account connected. */
  readonly start: () => void;
  /** Stops taking up work and waits for what is in hand. False when time ran out. */
  readonly drain: () => Promise<boolean>;
}

/** Builds each module once and hands over what it needs. */
export function createApp(parts: AppParts): App {
  const { config, publicUrl, adminPassword, store, knowledge, answer, clock, log, simulator } = parts;
  const stopping = new AbortController();
  let connected: Promise<void> | undefined;
  const metrics = createMetrics();
  const admin = { user: config.admin.user, password: adminPassword };
  const settings = config.zalo ?? simulator?.account;
  const referrals = createReferrals({ store, clock, log });
  const onReferral = referrals.started;
  const zalo =
    settings && createZaloChannel({ settings, publicUrl, admin, store, metrics, clock, log, onReferral });
  const flow = createFlow({
    store,
    answer,
    replyToContent: createContentReplies(knowledge),
    wording: createFlowWording(knowledge.replies),
    senders: { web: sendWebReply, ...(zalo && { zalo: zalo.send }) },
    observer: flowObserver(metrics),
    clock,
    log,
  });

  const web = express();
  web.disable("x-powered-by");
  // A reverse proxy on the same machine tells whom it speaks for; nobody else is believed.
  web.set("trust proxy", "loopback");
  const overHttps = publicUrl.startsWith("https:");
  web.use(metrics.timeRequests, securityHeaders({ overHttps }));
  web.use(
    healthRoutes({ checks: [{ name: "store", check: store.ping }], draining: () => stopping.signal.aborted }),
  );
  web.use(metrics.routes);
  if (config.zaloDomainVerifier) web.use(verifierFile(config.zaloDomainVerifier));
  if (zalo) web.use(zalo.routes(flow.accept));
  web.use(staticFiles(), siteRouter({ knowledge, clock, simulator: simulator !== undefined }));
  web.use(webChatRouter({ flow, knowledge, clock, log, overHttps, onReferral }));
  const zaloUrl = config.zalo && `https://zalo.me/${config.zalo.oaId}`;
  web.use(referralRouter({ referrals, ...(zaloUrl && { zaloUrl }) }));
  if (simulator) web.use(simulator.router);
  web.use(notFound);
  web.use(handleErrors(log));

  return {
    web,
    flow,
    start: () => {
      flow.start();
      connected = zalo?.keepConnected(stopping.signal);
    },
    drain: async () => {
      stopping.abort();
      // A token that is being renewed has to reach the store.
      const [finished] = await Promise.all([flow.drain(), connected]);
      return finished;
    },
  };
}

/** The flow's news as numbers. */
function flowObserver(metrics: Metrics): FlowObserver {
  const turns = metrics.counter("turns_total", "Turns by channel, kind and how they ended", [
    "channel",
    "kind",
    "status",
  ]);
  const sends = metrics.counter("sends_total", "Replies by channel and what became of them", [
    "channel",
    "outcome",
  ]);
  const setAside = metrics.counter("set_aside_total", "Rows that wait for staff", ["kind"]);
  return {
    turnTaken: ({ channel, kind, status }) => turns({ channel, kind, status: status ?? "none" }),
    sendEnded: sends,
    setAside: (kind) => setAside({ kind }),
  };
}
