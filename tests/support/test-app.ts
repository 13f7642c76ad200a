import { type App, type AppParts, createApp } from "../../bot/app.ts";
import { silentLog, systemClock } from "../../bot/base/index.ts";
import { readConfig } from "../../bot/config.ts";
import type { Answer, FacetWords, Knowledge, Question, Replies } from "../../bot/domain/index.ts";
import { type Listening, listen } from "../../bot/http/index.ts";
import { openMemoryStore, type Store } from "../../bot/store/index.ts";
import channelReplies from "../../knowledge/replies/channel.json" with { type: "json" };
import { type PretendZalo, startPretendZalo } from "./pretend-zalo.ts";
import { oa } from "./zalo-events.ts";

export const admin = { user: "admin", password: "a-password-for-tests" } as const;

/** The whole program on loopback, with a pretend Zalo at its far end. */
export interface TestApp extends App {
  readonly url: string;
  readonly store: Store;
  readonly zalo: PretendZalo;
  readonly close: () => Promise<void>;
}

/** Answers with the question, so that a test sees which message a reply belongs to. */
export function echo({ text, state }: Question): Answer {
  return {
    status: "answered.facet",
    language: "vi",
    procedures: [],
    facets: [],
    decided: {},
    messages: [
      { text: `Trả lời: ${text}`, buttons: [{ title: "Lệ phí", action: { kind: "say", payload: "#lp" } }] },
    ],
    state,
  };
}

export async function startTestApp(
  change: Partial<AppParts> & { readonly env?: Record<string, string> } = {},
): Promise<TestApp> {
  const zalo = await startPretendZalo({ oaId: oa.oaId });
  const clock = change.clock ?? systemClock;
  const store = change.store ?? (await openMemoryStore(clock));
  const app = createApp({
    config: readConfig({
      ZALO_APP_ID: oa.appId,
      ZALO_APP_SECRET: oa.appSecret,
      ZALO_OA_ID: oa.oaId,
      ZALO_OA_SECRET_KEY: oa.oaSecretKey,
      ZALO_OA_SECRET_KEY_NEXT: oa.nextSecretKey,
      ZALO_ACCESS_TOKEN: "ACCESS-too-old",
      ZALO_REFRESH_TOKEN: "REFRESH-0",
      ZALO_API_URL: zalo.url,
      ZALO_OAUTH_URL: zalo.url,
      ...change.env,
    }),
    publicUrl: "http://127.0.0.1",
    adminPassword: admin.password,
    knowledge: testKnowledge(),
    answer: echo,
    log: silentLog,
    ...change,
    store,
    clock,
  });
  const listening = await listen(app.web, { port: 0, host: "127.0.0.1" });
  app.start();
  return {
    ...app,
    url: `http://127.0.0.1:${listening.port}`,
    store,
    zalo,
    close: () => close(app, listening, store, zalo),
  };
}

const noWords: FacetWords = { asks: [], names: [], checks: [] };

/** Only what the channel needs; no procedures. */
export function testKnowledge(): Knowledge {
  const replies: Replies = channelReplies;
  return {
    version: "test",
    procedures: new Map(),
    guides: new Map(),
    topics: [],
    lifeEvents: [],
    places: {
      offices: [],
      province: {
        name: "Tỉnh Tây Ninh",
        formerNames: [],
        formerDistrict: "",
        effectiveFrom: "2025-07-01",
        source: "",
      },
      jurisdictions: [],
      hotline: { kind: "not-published" },
      zalo: { kind: "not-published" },
      portals: [{ id: "national", name: { vi: "Cổng Dịch vụ công" }, url: "https://dichvucong.example.vn" }],
    },
    holidays: { checkedOn: "2026-11-24", yearly: [], decisions: [], swaps: [] },
    councilFees: [],
    vocabulary: {
      shorthand: {},
      concepts: [],
      intents: [],
      cues: { lists: [], rules: [] },
      facets: {
        documents: noWords,
        fee: noWords,
        time: noWords,
        place: noWords,
        online: noWords,
        steps: noWords,
        form: noWords,
        eligibility: noWords,
        legal: noWords,
        result: noWords,
      },
      fillers: [],
    },
    replies,
  };
}

async function close(app: App, listening: Listening, store: Store, zalo: PretendZalo): Promise<void> {
  await listening.stop(1_000);
  await app.drain();
  await store.close();
  await zalo.stop();
}
