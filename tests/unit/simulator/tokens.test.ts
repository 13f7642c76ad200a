import { describe, expect, it } from "vitest";
import { systemClock } from "../../../bot/base/index.ts";
import { newAccount, newId } from "../../../bot/simulator/account.ts";
import { createSettableClock } from "../../../bot/simulator/settable-clock.ts";
import { normalSettings } from "../../../bot/simulator/settings.ts";
import { createTokenDesk, REFRESH_TOKEN_S } from "../../../bot/simulator/tokens.ts";

function desk(settings = normalSettings) {
  const clock = createSettableClock(systemClock);
  const account = newAccount("http://127.0.0.1:1");
  return { clock, account, tokens: createTokenDesk(account, clock, settings) };
}

describe("tokens", () => {
  it("lets the seed token in, and no other", () => {
    const { account, tokens } = desk();
    expect(tokens.check(account.seedAccessToken)).toBeUndefined();
    expect(tokens.check("another")).toMatchObject({ error: -216 });
    expect(tokens.check(undefined)).toMatchObject({ error: -216 });
  });

  it("ends an access token after 25 hours, or when told to", () => {
    const { account, tokens, clock } = desk();
    clock.advance(90_000_000 - 1_000);
    expect(tokens.check(account.seedAccessToken)).toBeUndefined();
    clock.advance(2_000);
    expect(tokens.check(account.seedAccessToken)).toMatchObject({ error: -220 });
    const again = desk();
    again.tokens.expireAccess();
    expect(again.tokens.check(again.account.seedAccessToken)).toMatchObject({ error: -220 });
  });

  it("lets access tokens live as long as it is set to", () => {
    const { account, tokens, clock } = desk({ ...normalSettings, accessTokenS: 60 });
    expect(tokens.refresh(account.seedRefreshToken)).toMatchObject({ expires_in: "60" });
    expect(tokens.accessExpiresAtMs()).toBeLessThanOrEqual(clock.nowMs() + 60_000);
  });

  it("takes a refresh token once; the pair before stops working", () => {
    const { account, tokens } = desk();
    const first = tokens.refresh(account.seedRefreshToken);
    expect(first).toMatchObject({ expires_in: "90000", refresh_token_expires_in: "7776000" });
    expect(tokens.check(account.seedAccessToken)).toMatchObject({ error: -216 });
    expect(tokens.check(String(first.access_token))).toBeUndefined();
    expect(tokens.refresh(account.seedRefreshToken)).toMatchObject({ error: -14014 });
    expect(tokens.refresh(String(first.refresh_token))).toHaveProperty("access_token");
  });

  it("forgets a refresh token after three months", () => {
    const { account, tokens, clock } = desk();
    clock.advance(REFRESH_TOKEN_S * 1000);
    expect(tokens.refresh(account.seedRefreshToken)).toMatchObject({ error: -14014 });
  });

  it("exchanges a code once, within ten minutes, with the right challenge", () => {
    const { tokens, clock } = desk();
    const code = tokens.grantCode("challenge");
    expect(tokens.exchangeCode(code, "challenge")).toHaveProperty("refresh_token");
    expect(tokens.exchangeCode(code, "challenge")).toMatchObject({ error: -14005 });
    expect(tokens.exchangeCode(tokens.grantCode("challenge"), "other")).toMatchObject({ error: -14003 });
    const late = tokens.grantCode("challenge");
    clock.advance(10 * 60_000);
    expect(tokens.exchangeCode(late, "challenge")).toMatchObject({ error: -14005 });
  });
});

describe("made-up ids", () => {
  it("have nineteen digits, as Zalo's, and do not begin with zero", () => {
    for (let time = 0; time < 200; time += 1) expect(newId()).toMatch(/^[1-9]\d{18}$/);
  });
});
