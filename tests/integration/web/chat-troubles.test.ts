import express from "express";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import { type WebChatParts, webChatRouter } from "../../../bot/channels/web/index.ts";
import { testKnowledge } from "../../support/test-app.ts";

/** A flow at its far end, each part as it behaves when something is wrong. */
function chat(change: Partial<WebChatParts["flow"]>, rest: Partial<WebChatParts> = {}) {
  const flow = {
    accept: async () => "accepted" as const,
    settled: async () => true,
    history: async () => [],
    ...change,
  };
  const web = express();
  web.use(
    webChatRouter({
      flow,
      knowledge: testKnowledge(),
      clock: systemClock,
      log: silentLog,
      overHttps: false,
      ...rest,
    }),
  );
  return request.agent(web);
}

const down = async () => {
  throw new Error("store down");
};
const scripted = { "HX-Request": "true" };

describe("when the store is down", () => {
  it("says so with 503 and keeps the words", async () => {
    const page = await chat({ accept: down, history: down })
      .post("/chat")
      .type("form")
      .send({ text: "câu hỏi dài" })
      .expect(503);
    expect(page.text).toContain("Máy chủ đang bận");
    expect(page.text).toContain("câu hỏi dài");
    const part = await chat({ accept: down })
      .post("/chat")
      .set(scripted)
      .type("form")
      .send({ text: "a" })
      .expect(503);
    expect(part.text).toContain("Máy chủ đang bận");
  });
});

describe("when the answer takes long", () => {
  it("shows dots and looks again, with script", async () => {
    const answer = await chat({ settled: async () => false })
      .post("/chat")
      .set(scripted)
      .type("form")
      .send({ text: "a" });
    expect(answer.text).toContain("Trợ lý đang trả lời…");
    expect(answer.text).toMatch(/id="wait"[^>]*hx-get="\/chat\/new\?waiting=1"/);
  });

  it("leads to a page that asks again by itself, without script", async () => {
    const person = chat({ settled: async () => false });
    const posted = await person.post("/chat").type("form").send({ text: "a" }).expect(303);
    expect(posted.headers.location).toBe("/chat#wait");
    const page = await person.get("/chat");
    expect(page.text).toMatch(/<noscript><meta http-equiv="refresh" content="2"/);
  });

  it("takes the dots away once it is known that nothing will come", async () => {
    const person = chat({});
    await person.post("/chat").type("form").send({ text: "a" });
    const answer = await person.get("/chat/new?waiting=1&after=0.-1").expect(200);
    expect(answer.text).toContain('<div id="wait"></div>');
  });
});

describe("erasing that takes long", () => {
  it("keeps the cookie, so that it can be asked for again", async () => {
    const person = chat({ settled: async () => false });
    await person.post("/chat").type("form").send({ text: "a" });
    const answer = await person.post("/chat/forget").type("form").send({}).expect(303);
    expect(answer.headers.location).toBe("/chat?erased=no");
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });
});

describe("limits", () => {
  it("lets one address send so many messages a minute", async () => {
    const person = chat({}, { perMinute: 2 });
    await person.post("/chat").type("form").send({ text: "a" }).expect(303);
    await person.post("/chat").type("form").send({ text: "b" }).expect(303);
    await person.post("/chat").type("form").send({ text: "c" }).expect(429);
    await person.get("/chat").expect(200);
  });

  it("keeps the cookie from plain http where the site is https", async () => {
    const posted = await chat({}, { overHttps: true }).post("/chat").type("form").send({ text: "a" });
    expect(posted.headers["set-cookie"]?.[0]).toContain("Secure");
  });

  it("takes no other cookie for a visitor", async () => {
    const posted = await chat({})
      .post("/chat")
      .set("Cookie", "nguoi-hoi=../../x")
      .type("form")
      .send({ text: "a" });
    expect(posted.headers["set-cookie"]?.[0]).toMatch(/^nguoi-hoi=[\w-]{22};/);
  });
});
