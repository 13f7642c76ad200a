import express from "express";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../../../bot/base/index.ts";
import { zaloWebhook } from "../../../../bot/channels/zalo/webhook.ts";
import { createSettableClock } from "../../../../bot/simulator/settable-clock.ts";
import { oa, signed, textEvent } from "../../../support/zalo-events.ts";

const HOUR_MS = 60 * 60_000;

function webhook(accept: () => Promise<"accepted">) {
  const clock = createSettableClock(systemClock);
  const keys = { appId: oa.appId, oaId: oa.oaId, oaSecretKeys: [oa.oaSecretKey] };
  const count = () => undefined;
  const app = express().use(zaloWebhook({ keys, accept, count, clock, log: silentLog }));
  const { body, headers } = signed(textEvent("làm khai sinh"));
  return { clock, post: () => request(app).post("/webhooks/zalo").set(headers).send(body) };
}

describe("the platform's two seconds", () => {
  it("are kept with a store that does not come back: 503, so that the event comes again", async () => {
    const startedMs = performance.now();
    await webhook(() => new Promise(() => {}))
      .post()
      .expect(503);
    const tookMs = performance.now() - startedMs;
    expect(tookMs).toBeGreaterThan(1_500);
    expect(tookMs).toBeLessThan(2_000 + 1_000);
  });

  it("are real ones: the clock put forward meanwhile turns nothing away", async () => {
    const { clock, post } = webhook(async () => {
      clock.advance(HOUR_MS);
      await systemClock.sleep(50);
      return "accepted";
    });
    await post().expect(200);
  });
});
