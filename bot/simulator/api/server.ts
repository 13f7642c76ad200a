import express, { type Express, type Request, type RequestHandler, type Response } from "express";
import { type Answer, refused } from "../answer.ts";
import type { Platform } from "../platform.ts";
import type { ApiCall } from "../world.ts";
import { messageOperations } from "./messages.ts";
import { oauthRoutes } from "./oauth.ts";
import type { Operation } from "./operation.ts";
import { peopleOperations } from "./people.ts";
import { uploadedBytes, uploadOperations } from "./uploads.ts";

const BODY_LIMIT_BYTES = 256 * 1024;
const UPLOAD_LIMIT_BYTES = 8 * 1024 * 1024;
const PERIOD_MS = 60_000;

/** The platform's two hosts in one: `openapi.zalo.me` and `oauth.zaloapp.com`. */
export function apiServer(platform: Platform): Express {
  const app = express();
  app.disable("x-powered-by");
  const rate = rateCounter(platform);
  const json = express.json({ limit: BODY_LIMIT_BYTES, type: () => true });
  const raw = express.raw({ limit: UPLOAD_LIMIT_BYTES, type: "multipart/form-data" });
  for (const operation of [...messageOperations, ...peopleOperations]) {
    const body = operation.method === "post" ? [json] : [];
    app[operation.method](operation.path, ...body, serve(operation, platform, rate));
  }
  for (const operation of uploadOperations) app.post(operation.path, raw, serve(operation, platform, rate));
  app.use(oauthRoutes(platform, (req, run) => answerOAuth(req, run, platform)));
  app.use((_req, res) => {
    res.status(404).json({ error: 404, message: "empty api" });
  });
  return app;
}

function serve(operation: Operation, platform: Platform, rate: RateCounter): RequestHandler {
  const { settings, world, clock } = platform;
  return async (req, res) => {
    const input = inputOf(req);
    const call = newCall(req, input, platform);
    world.note(call);
    if (settings.slowMs > 0) await clock.sleep(settings.slowMs);
    if (take(settings, "failNext")) {
      finish(call, "HTTP 500", "Internal Server Error", platform);
      res.status(500).type("text/plain").send("Internal Server Error");
      return;
    }
    rate.count(res);
    const answer = refusal(req, operation, platform, rate) ?? operation.run(input, platform);
    finish(call, answer, JSON.stringify(answer, null, 2), platform);
    if (take(settings, "loseAnswerNext")) {
      finish(call, "answer lost", "(connection broken after the call was carried out)", platform);
      req.socket.destroy();
      return;
    }
    res.json(answer);
  };
}

/** What is refused before the call itself is looked at. */
function refusal(
  req: Request,
  operation: Operation,
  platform: Platform,
  rate: RateCounter,
): Answer | undefined {
  const { tokens, settings } = platform;
  if (rate.isOver()) return refused(-32, "Your application reached limit of request per minute");
  const token = tokens.check(req.get("access_token"));
  if (token) return token;
  return operation.sends && take(settings, "refuseNext")
    ? refused(settings.refuseCode, "Refused on purpose")
    : undefined;
}

async function answerOAuth(req: Request, run: () => Answer, platform: Platform): Promise<Answer> {
  const call = newCall(req, { grant_type: (req.body as { grant_type?: unknown }).grant_type }, platform);
  platform.world.note(call);
  const { slowMs } = platform.settings;
  if (slowMs > 0) await platform.clock.sleep(slowMs);
  const answer = run();
  finish(call, answer, JSON.stringify(withoutTokens(answer), null, 2), platform);
  return answer;
}

function newCall(req: Request, input: unknown, { world, clock }: Platform): ApiCall {
  return {
    kind: "call",
    id: world.newSerial(),
    personId: personIn(input),
    atMs: clock.nowMs(),
    name: `${req.method} ${req.path}`,
    request: Buffer.isBuffer(req.body) ? `(${req.body.byteLength} bytes)` : JSON.stringify(input, null, 2),
    outcome: "…",
    ok: true,
    answer: "",
  };
}

function finish(call: ApiCall, outcome: string | Answer, answer: string, { world }: Platform): void {
  const code = typeof outcome === "string" ? outcome : (outcome.error ?? 0);
  call.outcome = typeof code === "string" ? code : `error ${code}`;
  call.ok = code === 0;
  call.answer = answer;
  world.changed();
}

/** A GET carries one JSON text in `data`; an upload is bytes; the rest is JSON. */
function inputOf(req: Request): unknown {
  if (Buffer.isBuffer(req.body)) return uploadedBytes(req.body);
  if (req.method !== "GET") return req.body;
  try {
    return JSON.parse(typeof req.query.data === "string" ? req.query.data : "{}");
  } catch {
    return undefined;
  }
}

function personIn(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  if ("user_id" in input && typeof input.user_id === "string") return input.user_id;
  if ("anonymous_id" in input && typeof input.anonymous_id === "string") return input.anonymous_id;
  return "recipient" in input ? personIn(input.recipient) : undefined;
}

function withoutTokens(answer: Answer): Answer {
  const hide = (name: string) => (name in answer ? { [name]: "…" } : {});
  return { ...answer, ...hide("access_token"), ...hide("refresh_token") };
}

/** Uses up one of the next faults, if any is left. */
function take(settings: Platform["settings"], name: "failNext" | "loseAnswerNext" | "refuseNext"): boolean {
  if (settings[name] === 0) return false;
  settings[name] -= 1;
  return true;
}

interface RateCounter {
  readonly count: (res: Response) => void;
  readonly isOver: () => boolean;
}

/** Counts by the minute and tells in headers what is left. */
function rateCounter({ settings, clock }: Platform): RateCounter {
  let period = -1;
  let used = 0;
  return {
    count: (res) => {
      const now = Math.floor(clock.nowMs() / PERIOD_MS);
      if (now !== period) used = 0;
      period = now;
      used += 1;
      res.set("X-RateLimit-Limit", String(settings.perMinute));
      res.set("X-RateLimit-Remain", String(Math.max(0, settings.perMinute - used)));
    },
    isOver: () => used > settings.perMinute,
  };
}
