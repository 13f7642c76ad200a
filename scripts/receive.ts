// npm run receive -- FILE [--to URL] [--as-is] [--dry-run]: replays a saved webhook event
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { messageOf, newEntryId, OperatorError, systemClock } from "../bot/base/index.ts";
import { readConfig } from "../bot/config.ts";
import { webhookSignature } from "../bot/zalo/index.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly to?: string;
  readonly asIs?: boolean;
  readonly dryRun?: boolean;
}

const TIMEOUT_MS = 10_000;

const command = new Command("receive")
  .description(
    "Gửi lại một sự kiện Zalo đã lưu tới máy chủ, ký bằng ZALO_APP_ID và ZALO_OA_SECRET_KEY như Zalo ký. " +
      "Giờ và mã tin được thay mới, vì sự kiện cũ hoặc đã nhận sẽ bị bỏ qua.",
  )
  .argument("<file>", "tệp JSON chứa một sự kiện")
  .option("--to <url>", "địa chỉ webhook (mặc định: máy chủ trên máy này, theo HOST và PORT)")
  .option("--as-is", "gửi đúng nội dung tệp, không thay giờ và mã tin")
  .option("--dry-run", "chỉ in yêu cầu sẽ gửi, không gửi");

await runScript(command, async (file: string, options: Options) => {
  const config = readConfig();
  const { zalo, host, port } = config;
  if (!zalo) {
    throw new OperatorError(
      "An event needs the account's signature: set ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_ID and " +
        "ZALO_OA_SECRET_KEY to what the server has.",
    );
  }
  const url = options.to ?? `http://${host}:${port}/webhooks/zalo`;
  const saved = readEvent(file);
  const event = options.asIs ? saved : renewed(saved);
  const body = JSON.stringify(event);
  const mac = webhookSignature({
    appId: zalo.appId,
    rawBody: Buffer.from(body),
    timestamp: String(event.timestamp ?? ""),
    oaSecretKey: zalo.oaSecretKeys[0] ?? "",
  });
  if (options.dryRun) {
    console.log(`POST ${url}\nX-ZEvent-Signature: mac=${mac}\n\n${body}\n\ndry run: nothing was sent`);
    return 0;
  }
  return post(url, body, mac);
});

type SavedEvent = Readonly<Record<string, unknown>>;

function readEvent(file: string): SavedEvent {
  try {
    const event: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof event === "object" && event !== null && !Array.isArray(event)) return event as SavedEvent;
  } catch (error) {
    throw new OperatorError(`${file}: ${messageOf(error)}`);
  }
  throw new OperatorError(`${file}: expected one JSON object, such as {"event_name": "user_send_text", …}`);
}

/** The same event, happening now: old ones are dropped, and known ones count as redelivered. */
function renewed(event: SavedEvent): SavedEvent {
  const { message } = event;
  const withId = typeof message === "object" && message !== null && "msg_id" in message;
  return {
    ...event,
    timestamp: String(systemClock.nowMs()),
    ...(withId && { message: { ...message, msg_id: newEntryId() } }),
  };
}

async function post(url: string, body: string, mac: string): Promise<number> {
  const startedMs = systemClock.nowMs();
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-zevent-signature": `mac=${mac}` },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new OperatorError(
      `${url} does not answer (${messageOf(error)}). Is the server running? Try npm start.`,
    );
  });
  console.log(`${response.status} after ${systemClock.nowMs() - startedMs} ms`);
  if (response.status === 200) {
    console.log("accepted, or dropped for a wrong key: the server's log and /metrics tell which");
  }
  return response.status === 200 ? 0 : 1;
}
