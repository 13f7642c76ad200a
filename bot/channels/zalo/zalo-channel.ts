import { Router } from "express";
import type { Clock, Log } from "../../base/index.ts";
import type { Send } from "../../domain/index.ts";
import type { Credentials, Metrics } from "../../http/index.ts";
import { noteOaSend, oaTokenStore, readConversation, type Store } from "../../store/index.ts";
import {
  createOAuth,
  createTransport,
  createZaloClient,
  TokenKeeper,
  type ZaloClient,
} from "../../zalo/index.ts";
import { connectRoutes } from "./connect/routes.ts";
import { createZaloSend } from "./send-reply.ts";
import { type ZaloWebhookParts, zaloWebhook } from "./webhook.ts";

/** The account's settings as this channel needs them; `ZaloConfig` fits. */
export interface ZaloSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  readonly oaSecretKeys: readonly string[];
  readonly seedAccessToken?: string;
  readonly seedRefreshToken?: string;
  readonly codeVerifier?: string;
  readonly buttonTemplate: "none" | "button";
  readonly apiUrl: string;
  readonly oauthUrl: string;
}

/** What the program takes from this channel. */
export interface ZaloChannel {
  /** For the flow's senders. */
  readonly send: Send;
  readonly client: ZaloClient;
  /** Webhook and connect page. */
  readonly routes: (accept: ZaloWebhookParts["accept"]) => Router;
  /** Keeps the tokens fresh until the signal. Never throws. */
  readonly keepConnected: (signal: AbortSignal) => Promise<void>;
}

/** What the channel is made of. */
export interface ZaloChannelParts {
  readonly settings: ZaloSettings;
  /** Where people reach this server, without a slash at its end. */
  readonly publicUrl: string;
  readonly admin: Credentials;
  readonly store: Store;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: Log;
  readonly onReferral?: ZaloWebhookParts["onReferral"];
}

/** One Official Account, ready to be mounted. */
export function createZaloChannel(parts: ZaloChannelParts): ZaloChannel {
  const { settings, publicUrl, admin, store, metrics, clock, log, onReferral } = parts;
  const { oauth, keeper } = createTokens(parts);
  const client = createZaloClient({
    apiUrl: settings.apiUrl,
    tokens: keeper,
    clock,
    log,
    dialect: { buttonTemplateType: settings.buttonTemplate },
  });
  const messages = metrics.counter("zalo_messages_total", "Messages taken, by what paid for them", [
    "paid_by",
  ]);
  const send = createZaloSend({
    client,
    lastInteractionAtMs: async (id) => (await readConversation(store, id))?.lastInteractionAtMs ?? null,
    onSent: (report) => {
      messages({ paid_by: report.paidBy });
      // In a transaction, which shares its wait for the disk with others.
      return store.transaction((tx) => noteOaSend(tx, report, clock.nowMs()));
    },
    clock,
    log,
  });
  const count = metrics.counter("zalo_webhooks_total", "Webhooks by what became of them", ["outcome"]);
  const addresses = { callback: `${publicUrl}/admin/zalo/callback`, webhook: `${publicUrl}/webhooks/zalo` };
  return {
    send,
    client,
    routes: (accept) =>
      Router().use(
        zaloWebhook({ keys: settings, accept, count, clock, log, ...(onReferral && { onReferral }) }),
        connectRoutes({ settings, oauth, keeper, client, clock, log, admin, addresses }),
      ),
    keepConnected: (signal) => keeper.keepFresh(signal),
  };
}

function createTokens({ settings, store, metrics, clock, log }: ZaloChannelParts) {
  const { oauthUrl, appId, appSecret, oaId, seedAccessToken, seedRefreshToken } = settings;
  const oauth = createOAuth({ transport: createTransport({ clock, log }), oauthUrl, appId, appSecret });
  const alarms = metrics.counter("zalo_token_alarms_total", "Alarms about the account's tokens", ["kind"]);
  const keeper = new TokenKeeper({
    store: oaTokenStore(store),
    oauth,
    clock,
    log,
    oaId,
    seed: {
      ...(seedAccessToken && { accessToken: seedAccessToken }),
      ...(seedRefreshToken && { refreshToken: seedRefreshToken }),
    },
    onAlarm: (kind) => alarms({ kind }),
  });
  return { oauth, keeper };
}
