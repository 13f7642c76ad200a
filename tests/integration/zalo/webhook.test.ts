import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PersonId, personId } from "../../../bot/base/index.ts";
import { startTestApp, type TestApp } from "../../support/test-app.ts";
import { oa, signed, textEvent } from "../../support/zalo-events.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Sent {
  readonly method?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Record<string, string>;
}
const send = ({ method = "POST", body, headers = { "content-type": "application/json" } }: Sent) =>
  fetch(`${app.url}/webhooks/zalo`, { method, headers, ...(body !== undefined && { body }) });

const metric = async (outcome: string): Promise<number> => {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return Number(new RegExp(`zalo_webhooks_total\\{outcome="${outcome}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
};
let people = 0;
const newPerson = (): { userId: string; person: PersonId } => {
  people += 1;
  const userId = `29${String(people).padStart(17, "0")}`;
  return { userId, person: personId("zalo", userId) };
};
const nothingKept = async (person: PersonId) => {
  expect(await app.flow.settled(person, 1_000)).toBe(true);
  expect(await app.flow.history(person, 10)).toEqual([]);
};

describe("what the platform asks besides events", () => {
  it("the console's unsigned check is answered 200 and changes nothing", async () => {
    const before = await metric("check");
    expect((await send({ body: "{}" })).status).toBe(200);
    expect((await send({ body: new TextEncoder().encode("{}"), headers: {} })).status).toBe(200);
    expect(await metric("check")).toBe(before + 2);
  });
  it("GET is answered 200", async () => {
    expect((await send({ method: "GET" })).status).toBe(200);
  });
});

describe("bad requests", () => {
  it.each<[string, number, Sent]>([
    ["another method", 405, { method: "PUT", body: "{}" }],
    ["another type", 415, { body: "{}", headers: { "content-type": "text/plain" } }],
    ["a form", 415, { body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["broken JSON", 400, { body: '{"event_name":' }],
    ["nothing", 400, { body: "" }],
    ["too much", 413, { body: JSON.stringify({ text: "a".repeat(300_000) }) }],
  ])("%s is %d", async (_name, status, sent) => {
    expect((await send(sent)).status).toBe(status);
  });
});

describe("an event that proves nothing changes nothing, and is answered 200", () => {
  const cases: [string, (event: object) => Sent][] = [
    ["without signature", (event) => ({ body: JSON.stringify(event) })],
    ["signed by somebody else", (event) => signed(event, { key: "somebody-else" })],
    ["re-serialised", (event) => ({ ...signed(event), body: JSON.stringify(event, null, 2) })],
    [
      "with another text than was signed",
      (event) => ({ ...signed(event), body: JSON.stringify(event).replace("khai", "khác") }),
    ],
    [
      "with a signature of another event",
      (event) => ({ ...signed(event), headers: signed(textEvent("khác")).headers }),
    ],
  ];
  it.each(cases)("%s", async (_name, make) => {
    const { userId, person } = newPerson();
    const before = await metric("bad-signature");
    expect((await send(make(textEvent("làm khai sinh", { userId })))).status).toBe(200);
    expect(await metric("bad-signature")).toBe(before + 1);
    await nothingKept(person);
  });

  it("too old to be a redelivery", async () => {
    const { userId, person } = newPerson();
    const event = textEvent("làm khai sinh", { userId, atMs: Date.now() - 2 * 3_600_000 - 5_000 });
    expect((await send(signed(event))).status).toBe(200);
    expect(await metric("late")).toBe(1);
    await nothingKept(person);
  });

  it.each(["user_click_button", "shop_has_order"])("%s is counted and ignored", async (event_name) => {
    const event = { app_id: oa.appId, event_name, timestamp: String(Date.now()), oa_id: oa.oaId };
    const reason = event_name === "shop_has_order" ? "ignored-not-needed" : "ignored-unknown";
    const before = await metric(reason);
    expect((await send(signed(event))).status).toBe(200);
    expect(await metric(reason)).toBe(before + 1);
  });
});

describe("an event that is right", () => {
  it("is taken once; replays are duplicates", async () => {
    const { userId, person } = newPerson();
    const event = signed(textEvent("làm khai sinh", { userId }));
    const before = await metric("duplicate");
    for (let delivery = 0; delivery < 5; delivery += 1) expect((await send(event)).status).toBe(200);
    expect(await metric("duplicate")).toBe(before + 4);
    expect(await app.flow.settled(person, 8_000)).toBe(true);
    expect(await app.flow.history(person, 10)).toHaveLength(2);
  });
  it("is taken with the next key while the key is being changed, and late by an hour", async () => {
    const { userId, person } = newPerson();
    const event = textEvent("làm khai sinh", { userId, atMs: Date.now() - 3_600_000 });
    expect((await send(signed(event, { key: oa.nextSecretKey }))).status).toBe(200);
    expect(await app.flow.settled(person, 8_000)).toBe(true);
    expect(await app.flow.history(person, 10)).toHaveLength(2);
  });
  it("may hold anything a person can type", async () => {
    const { userId, person } = newPerson();
    const texts = [
      "",
      "👍👍",
      "a".repeat(10_000),
      "\u202eعربى\u202c",
      "a\u0000b\u0007",
      "<script>alert(1)</script>",
    ];
    for (const text of texts) expect((await send(signed(textEvent(text, { userId })))).status).toBe(200);
    expect(await app.flow.settled(person, 10_000)).toBe(true);
    const answered = (await app.flow.history(person, 50)).filter((turn) => turn.direction === "in");
    expect(answered).toHaveLength(texts.length);
  });
});

describe("a store that cannot take the event", () => {
  it("is 503, so that the platform delivers again; afterwards it is taken", async () => {
    const { userId } = newPerson();
    const broken = await startTestApp();
    const post = (event: object) => {
      const { body, headers } = signed(event);
      return fetch(`${broken.url}/webhooks/zalo`, { method: "POST", body, headers });
    };
    await broken.store.close();
    expect((await post(textEvent("làm khai sinh", { userId }))).status).toBe(503);
    expect((await fetch(`${broken.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${broken.url}/healthz`)).status).toBe(200);
    await broken.close();
  });
});
