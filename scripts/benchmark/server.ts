import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ServerResult {
  /** From starting the process to the first answer in the pretend Zalo's hands. */
  readonly firstAnswerMs: number;
  readonly idleMemoryMb: number;
  readonly loadedMemoryMb: number;
  readonly events: number;
  readonly notOk: number;
  readonly ackMs: { readonly p50: number; readonly p99: number; readonly most: number };
  /** People's messages that got a reply within the waiting time after the last one. */
  readonly answered: number;
  /** From the last event to the last reply. */
  readonly drainedAfterMs: number;
}

const ids = { app: "1000000000000000001", oa: "3000000000000000003", key: "benchmark-oa-secret-key" };
const questions = [
  "làm khai sinh cho con cần gì",
  "mất căn cước làm lại sao",
  "dang ky tam tru o dau",
  "sang tên sổ đỏ mất bao nhiêu tiền",
  "mở quán tạp hóa",
  "cảm ơn",
];
/** As `npm start` has them: what the program keeps is some 100 MB, and a small heap gives its garbage back. */
const memoryLimits = ["--max-semi-space-size=4", "--max-old-space-size=192"];
const PATIENCE_MS = 60_000;

/** Starts the real program against a pretend Zalo on loopback and sends it signed events at a steady rate. */
export async function measureServer(
  rate: number,
  seconds: number,
  onProgress: (done: number, total: number) => void,
): Promise<ServerResult> {
  const dataDir = mkdtempSync(join(tmpdir(), "motcua-bench-"));
  const answered = new Set<string>();
  const zalo = await pretendZalo((person) => answered.add(person));
  const started = performance.now();
  const { child, base } = await startProgram(dataDir, (zalo.address() as AddressInfo).port);
  try {
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    await send(base, agent, event("first"));
    await until(() => answered.has("first"));
    const firstAnswerMs = Math.round(performance.now() - started);
    const idleMemoryMb = memoryMb(child);
    const load = await steadyLoad(base, agent, rate, seconds, onProgress);
    const sent = performance.now();
    const loadedMemoryMb = memoryMb(child);
    await until(() => answered.size >= load.people + 1);
    return {
      firstAnswerMs,
      idleMemoryMb,
      loadedMemoryMb: Math.max(loadedMemoryMb, memoryMb(child)),
      events: load.people,
      notOk: load.notOk,
      ackMs: load.ackMs,
      answered: answered.size - 1,
      drainedAfterMs: Math.round(performance.now() - sent),
    };
  } finally {
    child.kill("SIGTERM");
    zalo.close();
    await new Promise((resolve) => child.once("exit", resolve));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function steadyLoad(
  base: string,
  agent: Agent,
  rate: number,
  seconds: number,
  onProgress: (done: number, total: number) => void,
) {
  const total = rate * seconds;
  const times: number[] = [];
  let notOk = 0;
  const pending: Promise<void>[] = [];
  const start = performance.now();
  for (let number = 0; number < total; number += 1) {
    const wait = start + (1000 * number) / rate - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const sentAt = performance.now();
    pending.push(
      send(base, agent, event(`p${number}`)).then((status) => {
        times.push(performance.now() - sentAt);
        if (status !== 200) notOk += 1;
      }),
    );
    if (number % rate === 0) onProgress(number, total);
  }
  await Promise.all(pending);
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(10 * (times[Math.floor(share * (times.length - 1))] ?? 0)) / 10;
  return { people: total, notOk, ackMs: { p50: at(0.5), p99: at(0.99), most: at(1) } };
}

function pretendZalo(onReply: (person: string) => void): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    let body = "";
    incoming.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    incoming.on("end", () => {
      const person = /"user_id":"([^"]+)"/.exec(body)?.[1];
      if (person) onReply(person);
      outgoing.setHeader("content-type", "application/json");
      outgoing.end(
        JSON.stringify({ error: 0, message: "Success", data: { message_id: randomUUID(), user_id: person } }),
      );
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function startProgram(dataDir: string, zaloPort: number): Promise<{ child: ChildProcess; base: string }> {
  const zalo = `http://127.0.0.1:${zaloPort}`;
  const child = spawn(process.execPath, [...memoryLimits, "scripts/start.js"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env.PATH,
      PORT: "0",
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
      ADMIN_PASSWORD: "benchmark-password",
      ZALO_APP_ID: ids.app,
      ZALO_APP_SECRET: "benchmark-app-secret",
      ZALO_OA_ID: ids.oa,
      ZALO_OA_SECRET_KEY: ids.key,
      ZALO_ACCESS_TOKEN: "benchmark-access-token",
      ZALO_REFRESH_TOKEN: "benchmark-refresh-token",
      ZALO_API_URL: zalo,
      ZALO_OAUTH_URL: zalo,
    },
  });
  return new Promise((resolve, reject) => {
    let output = "";
    child.once("exit", (code) => reject(new Error(`the program ended with ${code} before it was ready`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const base = /(http:\/\/[^\s]+)\/healthz/.exec(output)?.[1];
      if (base) resolve({ child, base });
    });
  });
}

function event(person: string): { body: string; signature: string } {
  const timestamp = String(Date.now());
  const text = questions[person.length % questions.length] ?? "chào";
  const body = JSON.stringify({
    app_id: ids.app,
    event_name: "user_send_text",
    timestamp,
    sender: { id: person },
    recipient: { id: ids.oa },
    message: { msg_id: randomUUID(), text },
  });
  const signature = createHash("sha256")
    .update(ids.app + body + timestamp + ids.key)
    .digest("hex");
  return { body, signature: `mac=${signature}` };
}

function send(base: string, agent: Agent, { body, signature }: ReturnType<typeof event>): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-zevent-signature": signature,
    };
    const outgoing = request(`${base}/webhooks/zalo`, { method: "POST", agent, headers }, (incoming) => {
      incoming.resume();
      incoming.on("end", () => resolve(incoming.statusCode ?? 0));
    });
    outgoing.on("error", () => resolve(0));
    outgoing.end(body);
  });
}

/** Resident memory of the process, from the kernel. */
function memoryMb({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function until(done: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!done() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}
