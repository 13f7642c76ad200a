import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../../bot/base/index.ts";
import { storeFileName } from "../../../bot/store/index.ts";
import type { Child } from "../children.ts";
import { freePort } from "../postgres.ts";
import { type PretendZalo, startPretendZalo } from "../pretend-zalo.ts";
import { oa } from "../zalo-events.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { createGate, type Delivery, type DeliveryCount, deliverInOrder } from "./deliver.ts";
import { liveAndDie } from "./lives.ts";
import { readStore, type StoreReader } from "./read-store.ts";
import { judge, type Verdict } from "./verdict.ts";

/** Servers to torture: the whole program, or the same without its knowledge, which starts faster. */
export const tortureServers = { full: "bot/main.ts", small: "tests/support/torture/server.ts" } as const;

export interface TortureOptions {
  readonly kills: number;
  readonly messages: number;
  readonly people: number;
  readonly seed: number;
  /** The server's file, from the project's root. */
  readonly server: (typeof tortureServers)[keyof typeof tortureServers];
  readonly onKilled?: (count: number) => void;
}

export interface TortureReport extends Verdict {
  readonly seed: number;
  readonly kills: number;
  readonly messages: number;
  readonly people: number;
  readonly posts: number;
  readonly redeliveries: number;
  readonly otherAnswers: number;
  readonly arrived: number;
  readonly setAside: number;
  /** Exit code of the last server after SIGTERM. */
  readonly exitCode: number | null;
  readonly tookMs: number;
}

/** A reply is this long on its way at most, twice. */
const DELAY_MS = 25;
const SETTLE_WITHIN_MS = 120_000;

/**
 * A pretend Zalo delivers messages to a server that is killed again and again, and receives its
 * replies; afterwards both sides' books are compared.
 */
export async function runTorture(options: TortureOptions): Promise<TortureReport> {
  const startedMs = systemClock.nowMs();
  const chance = chanceOf(options.seed);
  const dataDir = mkdtempSync(join(tmpdir(), "motcua-torture-"));
  const zalo = await startPretendZalo({
    oaId: oa.oaId,
    delay: () => systemClock.sleep(chance.below(DELAY_MS)),
  });
  try {
    const count: DeliveryCount = { posts: 0, redeliveries: 0, otherAnswers: 0 };
    const result = await play(options, { chance, dataDir, zalo, count });
    const { kills, messages, people, seed } = options;
    return { seed, kills, messages, people, ...count, ...result, tookMs: systemClock.nowMs() - startedMs };
  } finally {
    await zalo.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Stage {
  readonly chance: Chance;
  readonly dataDir: string;
  readonly zalo: PretendZalo;
  readonly count: DeliveryCount;
}

async function play(options: TortureOptions, stage: Stage) {
  const { chance, dataDir, zalo, count } = stage;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const gate = createGate();
  const over = new AbortController();
  const talks = makeTalks(options);
  const parts = { gate, chance, count, signal: over.signal };
  const delivering = Promise.all(talks.map((talk) => deliverInOrder(`${url}/webhooks/zalo`, talk, parts)));
  const share = Math.ceil(options.messages / (options.kills + 1));
  try {
    const last = await liveAndDie({
      server: options.server,
      env: serverEnv(zalo, port, dataDir),
      healthUrl: `${url}/healthz`,
      kills: options.kills,
      chance,
      onReady: () => gate.hand(share),
      onKilled: (killed) => options.onKilled?.(killed),
    });
    gate.hand(options.messages);
    return await finish(last, delivering, talks.flat(), stage);
  } finally {
    over.abort();
  }
}

/** Lets the last server work off everything and end in peace, then looks at the books. */
async function finish(
  last: Child,
  delivering: Promise<unknown>,
  delivered: readonly Delivery[],
  { dataDir, zalo }: Stage,
) {
  const reader = readStore(join(dataDir, storeFileName));
  try {
    await delivering;
    await untilSettled(reader);
    await last.kill("SIGTERM");
    return await compare(delivered, reader, zalo, last);
  } finally {
    last.process.kill("SIGKILL");
    await reader.close();
  }
}

async function compare(delivered: readonly Delivery[], reader: StoreReader, zalo: PretendZalo, last: Child) {
  return {
    ...judge(delivered, await reader.turns(), await reader.replies(), zalo.messages),
    arrived: zalo.messages.length,
    setAside: await reader.setAside(),
    exitCode: last.process.exitCode,
  };
}

/** Different answers in a row, so that one that is of unknown outcome can be told by its words. */
const topics = [
  "khai sinh",
  "đăng ký kết hôn",
  "khai tử",
  "thường trú",
  "tạm trú",
  "chứng thực bản sao",
  "xác nhận tình trạng hôn nhân",
  "giấy phép xây dựng",
];

/** Each person's messages, every text different. */
function makeTalks({ people, messages }: TortureOptions): readonly (readonly Delivery[])[] {
  return Array.from({ length: people }, (_, person) => {
    const userId = String(2_000_000_000_000_000_000n + BigInt(person));
    const many = Math.floor((messages + people - 1 - person) / people);
    return Array.from({ length: many }, (_, n) => ({
      userId,
      text: `lệ phí ${topics[n % topics.length]}, lần ${n}`,
      messageId: `t-${person}-${n}`,
    }));
  });
}

function serverEnv(zalo: PretendZalo, port: number, dataDir: string): Record<string, string> {
  return {
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: "silent",
    ZALO_APP_ID: oa.appId,
    ZALO_APP_SECRET: oa.appSecret,
    ZALO_OA_ID: oa.oaId,
    ZALO_OA_SECRET_KEY: oa.oaSecretKey,
    ZALO_ACCESS_TOKEN: zalo.tokens.access,
    ZALO_API_URL: zalo.url,
    ZALO_OAUTH_URL: zalo.url,
    ADMIN_PASSWORD: "a-password-for-tests",
  };
}

async function untilSettled(reader: StoreReader): Promise<void> {
  const untilMs = systemClock.nowMs() + SETTLE_WITHIN_MS;
  while ((await reader.waiting()) > 0) {
    if (systemClock.nowMs() > untilMs) throw new Error("work is left that nobody finishes");
    await systemClock.sleep(100);
  }
}
