import { randomBytes } from "node:crypto";
import { createAnswerer } from "./answer/index.ts";
import { type App, createApp } from "./app.ts";
import { createLog, messageOf, OperatorError, systemClock } from "./base/index.ts";
import { loadKnowledge } from "./catalogue/index.ts";
import { type Config, readConfig } from "./config.ts";
import { type Listening, listen } from "./http/index.ts";
import { type Simulator, startSimulator } from "./simulator/index.ts";
import { openStore, type Store } from "./store/index.ts";

/** Requests in progress get this long at the end; the flow drains after them. */
const LAST_REQUESTS_MS = 2_000;

interface Running {
  readonly app: App;
  readonly listening: Listening;
  readonly store: Store;
  readonly simulator: Simulator | undefined;
}

async function start(): Promise<Running> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const knowledge = loadKnowledge();
  const simulator = config.zalo ? undefined : await startSimulator({ clock: systemClock, log });
  const clock = simulator?.clock ?? systemClock;
  const { dataDir, databaseUrl } = config;
  const store = await openStore({ dataDir, ...(databaseUrl && { databaseUrl }), clock, log });
  const adminPassword = config.admin.password ?? randomBytes(12).toString("base64url");
  const app = createApp({
    config,
    publicUrl: config.publicUrl ?? localAddress(config, config.port),
    adminPassword,
    store,
    knowledge,
    answer: createAnswerer(knowledge),
    ...(simulator && { simulator }),
    clock,
    log,
  });
  const listening = await listen(app.web, config);
  const address = localAddress(config, listening.port);
  app.start();
  simulator?.connect(`${address}/webhooks/zalo`);
  const admin = config.admin.password ? "" : signInOnce(config.admin.user, adminPassword);
  say(addresses(address, simulator !== undefined) + admin);
  return { app, listening, store, simulator };
}

/** First no new work, then what is in hand, last what that work needs. */
async function stop({ app, listening, store, simulator }: Running): Promise<void> {
  say("\nĐang dừng… (stopping)\n");
  await listening.stop(LAST_REQUESTS_MS);
  const finished = await app.drain();
  await simulator?.stop();
  await store.close();
  say(
    finished ? "Đã dừng. (stopped)\n" : "Đã dừng; việc dở sẽ làm tiếp lần sau. (stopped, some work left)\n",
  );
}

/** An address that works in a browser on this machine, also when listening on all of them. */
function localAddress({ host }: Config, port: number): string {
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

function addresses(address: string, simulated: boolean): string {
  const first = simulated
    ? ["Điện thoại giả lập", "simulator", "/simulator"]
    : ["Kết nối Zalo", "Zalo account", "/admin/zalo"];
  const lines = [first, ["Trò chuyện web", "web chat", "/chat"], ["Tình trạng", "health", "/healthz"]];
  const rows = lines.map(
    ([vi = "", en = "", path = ""]) => `  ${`${vi} (${en})`.padEnd(36)}${address}${path}\n`,
  );
  return `\nTrợ lý Một cửa đang chạy. (running)\n${rows.join("")}`;
}

function signInOnce(user: string, password: string): string {
  return (
    `  Quản trị (administrator): ${user} / ${password}\n` +
    "  (đặt ADMIN_PASSWORD để dùng mật khẩu cố định; set ADMIN_PASSWORD to keep one)\n"
  );
}

function say(text: string): void {
  process.stdout.write(text);
}

function fail(error: unknown): void {
  const known = error instanceof OperatorError;
  process.stderr.write(
    `${known ? messageOf(error) : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}

const running = start();
running.catch(fail);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  // Only once: a second Ctrl+C ends the process at once.
  process.once(signal, () => {
    void running.then(stop).then(() => process.exit(0), fail);
  });
}
