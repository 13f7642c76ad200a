import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type SignedBody, verifySignature } from "../../../../bot/channels/zalo/signature.ts";

const keys = { appId: "1000", oaId: "3000", oaSecretKeys: ["present-key", "next-key"] };
const rawBody = Buffer.from('{"event_name": "user_send_text", "timestamp":"1790000000123","text":"đăng ký"}');
const sha = (...parts: (string | Buffer)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};
const good = sha("1000", rawBody, "1790000000123", "present-key");
const body = (change: Partial<SignedBody> = {}): SignedBody => ({
  rawBody,
  signature: `mac=${good}`,
  timestamp: "1790000000123",
  headerTimestamp: undefined,
  ...change,
});

describe("verifySignature", () => {
  it.each<[string, Partial<SignedBody>, object]>([
    ["the right one", {}, { ok: true }],
    ["without prefix", { signature: good }, { ok: true }],
    ["prefix and digits in capitals", { signature: `MAC=${good.toUpperCase()}` }, { ok: true }],
    [
      "by the next key",
      { signature: `mac=${sha("1000", rawBody, "1790000000123", "next-key")}` },
      { ok: true, note: "second-key" },
    ],
    [
      "by the header's time",
      { signature: `mac=${sha("1000", rawBody, "99", "present-key")}`, headerTimestamp: "99" },
      { ok: true, note: "header-timestamp" },
    ],
    ["none", { signature: undefined }, { ok: false, reason: "missing" }],
    ["empty", { signature: "" }, { ok: false, reason: "malformed" }],
    ["too short", { signature: `mac=${good.slice(2)}` }, { ok: false, reason: "malformed" }],
    ["not hex", { signature: `mac=${"z".repeat(64)}` }, { ok: false, reason: "malformed" }],
    ["two of them", { signature: `mac=${good},mac=${good}` }, { ok: false, reason: "malformed" }],
    ["of other bytes", { rawBody: Buffer.from("{}") }, { ok: false, reason: "wrong" }],
    [
      "of the body written anew",
      { rawBody: Buffer.from(JSON.stringify(JSON.parse(rawBody.toString()))) },
      { ok: false, reason: "wrong" },
    ],
    ["with another time", { timestamp: "1790000000124" }, { ok: false, reason: "wrong" }],
    [
      "by another key",
      { signature: `mac=${sha("1000", rawBody, "1790000000123", "other")}` },
      { ok: false, reason: "wrong" },
    ],
    [
      "as HMAC",
      { signature: `mac=${createHmac("sha256", "present-key").update(rawBody).digest("hex")}` },
      { ok: false, reason: "wrong" },
    ],
    [
      "by the account's id first",
      { signature: `mac=${sha("3000", rawBody, "1790000000123", "present-key")}` },
      { ok: false, reason: "oa-id-first" },
    ],
  ])("%s", (_name, change, result) => {
    expect(verifySignature(body(change), keys)).toEqual(result);
  });

  it("one changed bit anywhere is noticed", () => {
    for (let at = 0; at < rawBody.length; at += 7) {
      const changed = Buffer.from(rawBody);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(verifySignature(body({ rawBody: changed }), keys)).toEqual({ ok: false, reason: "wrong" });
    }
  });
});
