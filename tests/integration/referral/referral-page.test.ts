import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personId } from "../../../bot/base/index.ts";
import { addReferralLink, countReferrals, type Store } from "../../../bot/store/index.ts";
import { type SimulatedApp, startSimulatedApp } from "../../support/simulated-app.ts";
import { startTestApp, type TestApp } from "../../support/test-app.ts";
import { oa, signed, textEvent } from "../../support/zalo-events.ts";

let app: TestApp;
let demo: SimulatedApp;
beforeAll(async () => {
  app = await startTestApp();
  demo = await startSimulatedApp();
});
afterAll(() => Promise.all([app.close(), demo.close()]));

let links = 0;
async function newLink(store: Store): Promise<string> {
  links += 1;
  const code = `QUAY-${links}`;
  await addReferralLink(store, { code, label: "Quầy số 1", createdAtMs: links });
  return code;
}
async function counts(store: Store, code: string) {
  const { opened, started } = (await countReferrals(store)).find((link) => link.code === code) ?? {};
  return { opened, started };
}

describe("the page behind a poster's link", () => {
  it("leads to the account on Zalo, with the code to send", async () => {
    const code = await newLink(app.store);
    const page = await request(app.url).get(`/r/${code}`).expect(200);
    expect(page.text).toContain('<html lang="vi">');
    expect(page.text).toContain(`href="https://zalo.me/${oa.oaId}"`);
    expect(page.text).toMatch(new RegExp(`<input id="code"[^>]*value="#${code}"[^>]*readonly`));
    expect(page.text).toMatch(/<button[^>]*hidden[^>]*data-copies="code"/);
    expect(page.text).toContain(`href="/chat?ref=${code}"`);
    expect(page.text).not.toContain("htmx");
    expect(page.headers["cache-control"]).toBe("private, no-store");
    expect(page.text.length).toBeLessThan(6_000);
  });

  it("leads to the web chat where there is no account", async () => {
    const code = await newLink(demo.store);
    const page = await request(demo.url).get(`/r/${code}`).expect(200);
    expect(page.text).toContain(`href="/chat?ref=${code}"`);
    expect(page.text).not.toContain("zalo.me");
    expect(page.text).not.toContain("<script");
  });

  it("speaks English on demand, and knows its code in small letters", async () => {
    const code = await newLink(app.store);
    const page = await request(app.url).get(`/r/${code.toLowerCase()}?lang=en`).expect(200);
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain("Ask on Zalo");
    expect(page.text).toContain(`#${code}`);
  });

  it.each(["KHONG-CO-9", "khaisinh", "%23QUAY1", "a".repeat(500), "<script>1"])(
    "for %s says what to do, with 404",
    async (ref) => {
      const page = await request(app.url)
        .get(`/r/${encodeURIComponent(ref)}`)
        .expect(404);
      expect(page.text).toContain("không còn dùng");
      expect(page.text).toContain('href="/chat"');
      expect(page.text).not.toContain("<script>1");
    },
  );

  it("takes GET and HEAD only", async () => {
    expect((await request(app.url).post("/r/QUAY-1").expect(405)).headers.allow).toBe("GET, HEAD");
  });
});

describe("openings", () => {
  it("are counted for people, not for machines or looks ahead", async () => {
    const code = await newLink(app.store);
    const get = () => request(app.url).get(`/r/${code}`).set("User-Agent", "Mozilla/5.0 (Linux; Android 9)");
    await get().expect(200);
    await get().expect(200);
    await request(app.url).head(`/r/${code}`).expect(200);
    await get().set("Sec-Purpose", "prefetch;prerender").expect(200);
    await get().set("Purpose", "prefetch").expect(200);
    await get().set("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)").expect(200);
    await get().set("User-Agent", "facebookexternalhit/1.1").expect(200);
    await get().query({ lang: "en" }).expect(200);
    expect(await counts(app.store, code)).toEqual({ opened: 2, started: 0 });
  });

  it("end for one address at a number a minute, before anything is counted", async () => {
    const crowded = await startTestApp();
    const code = await newLink(crowded.store);
    const statuses: number[] = [];
    for (let at = 0; at < 63; at += 1) statuses.push((await request(crowded.url).get(`/r/${code}`)).status);
    expect(statuses.slice(60)).toEqual([429, 429, 429]);
    expect(await counts(crowded.store, code)).toEqual({ opened: 60, started: 0 });
    await crowded.close();
  });
});

describe("starts", () => {
  const post = async (text: string, userId: string) => {
    const { body, headers } = signed(textEvent(text, { userId }));
    return (await fetch(`${app.url}/webhooks/zalo`, { method: "POST", body, headers })).status;
  };

  it("on Zalo are counted once a person; the rest of the message is answered", async () => {
    const code = await newLink(app.store);
    const [an, binh] = ["2100000000000000001", "2100000000000000002"];
    for (const text of [`#${code} làm khai sinh`, `#${code}`]) expect(await post(text, an)).toBe(200);
    expect(await post(`#${code.toLowerCase()} kết hôn`, binh)).toBe(200);
    expect(await post("#KHONG-CO-9 kết hôn", binh)).toBe(200);
    for (const id of [an, binh]) await app.flow.settled(personId("zalo", id), 8_000);
    expect(await counts(app.store, code)).toEqual({ opened: 0, started: 2 });
    const texts = app.zalo.messages.filter(({ userId }) => userId === an).map(({ text }) => text);
    expect(texts).toEqual(["Trả lời: làm khai sinh", expect.stringContaining("Trợ lý Một cửa")]);
  });

  it("in the web chat are counted once a person, whichever form they use", async () => {
    const code = await newLink(demo.store);
    const person = request.agent(demo.url);
    const page = await person.get(`/chat?ref=${code}`).expect(200);
    expect(page.text.split(`action="/chat?ref=${code}"`)).toHaveLength(4);
    expect(page.headers["set-cookie"]).toBeUndefined();
    const say = (text: string) => person.post(`/chat?ref=${code}`).type("form").send({ text }).expect(303);
    await say("làm khai sinh");
    await say("còn lệ phí?");
    expect(await counts(demo.store, code)).toEqual({ opened: 0, started: 1 });
  });

  it("with a code that is no link's leave the chat as it is", async () => {
    const page = await request(demo.url).get('/chat?ref=">a1').expect(200);
    expect(page.text.split('action="/chat"')).toHaveLength(4);
    await request(demo.url).post("/chat?ref=KHONG-CO-9").type("form").send({ text: "a" }).expect(303);
  });
});
