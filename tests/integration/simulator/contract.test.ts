import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, type SimulatedApp, startSimulatedApp } from "../../support/simulated-app.ts";

interface Shown {
  readonly from: "person" | "oa";
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly payload: string }[];
  readonly at: string;
}

let app: SimulatedApp;
beforeAll(async () => {
  app = await startSimulatedApp();
});
afterAll(() => app.close());

const say = (id: string, text: unknown) =>
  request(app.url).post(`/simulator/people/${id}/messages`).send({ text });
const phone = async (id: string): Promise<Shown[]> =>
  (await request(app.url).get(`/simulator/people/${id}/messages`)).body;
const answered = (id: string, count = 1) =>
  eventually(`${count} answers`, async () => {
    const shown = await phone(id);
    return shown.filter(({ from }) => from === "oa").length >= count ? shown : undefined;
  });

describe("writing as a person and reading the phone", () => {
  it("takes a message with 202 and shows the answer with its buttons", async () => {
    await say("1001", "khai sinh").expect(202);
    const shown = await answered("1001");
    expect(shown).toMatchObject([
      { from: "person", text: "khai sinh", buttons: [] },
      { from: "oa", text: "Trả lời: khai sinh", buttons: [{ title: "Lệ phí", payload: "#lp" }] },
    ]);
    expect(Date.parse(shown[1]?.at ?? "")).toBeGreaterThanOrEqual(Date.parse(shown[0]?.at ?? ""));
  });

  it("keeps the order of one person's messages and never mixes people", async () => {
    const people = ["2001", "2002", "2003"];
    for (const number of [1, 2, 3, 4]) {
      await Promise.all(people.map((id) => say(id, `${id} câu ${number}`).expect(202)));
    }
    for (const id of people) {
      const shown = await answered(id, 4);
      const answers = shown.filter(({ from }) => from === "oa").map(({ text }) => text);
      expect(answers).toEqual([1, 2, 3, 4].map((number) => `Trả lời: ${id} câu ${number}`));
    }
  });

  it("shows an empty phone for somebody new", async () => {
    expect(await phone("3001")).toEqual([]);
  });

  it.each([[{}], [{ text: 5 }], [{ text: "a".repeat(20_001) }], [[]]])(
    "refuses the body %j",
    async (body) => {
      await request(app.url).post("/simulator/people/1/messages").send(body).expect(400);
    },
  );

  it("refuses other methods, types and ids", async () => {
    await request(app.url).delete("/simulator/people/1/messages").expect(405);
    await request(app.url).post("/simulator/people/1/messages").type("text").send("a").expect(415);
    await request(app.url).post("/simulator/people/1/messages").type("json").send("{").expect(400);
    await request(app.url).get("/simulator/people/a%20b/messages").expect(404);
    await request(app.url)
      .post("/simulator/people/1/messages")
      .set("Sec-Fetch-Site", "cross-site")
      .send({ text: "a" })
      .expect(403);
  });
});

describe("settings", () => {
  it("are shown and changed, within limits", async () => {
    const { body } = await request(app.url).get("/simulator/settings").expect(200);
    expect(body).toMatchObject({ slowMs: 0, perMinute: 4000 });
    await request(app.url).patch("/simulator/settings").send({ paidLeft: 7 }).expect(200);
    expect(app.simulator.settings.paidLeft).toBe(7);
    await request(app.url).patch("/simulator/settings").send({ paidLeft: -1 }).expect(400);
    await request(app.url).patch("/simulator/settings").send({ speed: 3 }).expect(400);
  });
});

describe("the phone's page without client script", () => {
  it("sends by a form and comes back", async () => {
    const posted = await request(app.url)
      .post("/simulator/people/4001/acts")
      .type("form")
      .send({ act: "say", text: "kết hôn" });
    expect(posted.status).toBe(303);
    expect(posted.headers.location).toBe("/simulator/people/4001");
    await answered("4001");
    const page = await request(app.url).get("/simulator/people/4001").expect(200);
    expect(page.text).toContain("Trả lời: kết hôn");
    expect(page.text).toContain("user_send_text");
    expect(page.text).toContain("POST /v3.0/oa/message/cs");
  });

  it("taps a button of a message", async () => {
    await say("4002", "khai sinh");
    await answered("4002");
    const message = app.simulator.world.find("4002")?.messages.at(-1)?.id;
    await request(app.url)
      .post("/simulator/people/4002/acts")
      .type("form")
      .send({ act: "tap", message, button: 0 })
      .expect(303);
    const shown = await answered("4002", 2);
    expect(shown.at(-1)?.text).toBe("Trả lời: #lp");
  });

  it("gives everybody who comes a phone of their own", async () => {
    const first = await request(app.url).get("/simulator").expect(303);
    const second = await request(app.url).get("/simulator").expect(303);
    expect(first.headers.location).toMatch(/^\/simulator\/people\/\d{19}$/);
    expect(first.headers.location).not.toBe(second.headers.location);
  });

  it.each([{ act: "fly" }, {}, { act: "tap", button: "x" }, { act: "constructor" }])(
    "refuses %j",
    async (form) => {
      await request(app.url).post("/simulator/people/1/acts").type("form").send(form).expect(400);
    },
  );

  it("shows no secret and no token", async () => {
    await say("4003", "a");
    await answered("4003");
    const { text } = await request(app.url).get("/simulator/people/4003");
    const { account } = app.simulator;
    for (const secret of [
      account.appSecret,
      account.oaSecretKeys[0],
      account.seedAccessToken,
      account.seedRefreshToken,
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe("the live parts", () => {
  it("come only when something changed", async () => {
    await say("5001", "a");
    await answered("5001");
    await app.flow.settled("zalo:5001" as never, 2_000);
    const version = await eventually("quiet", async () => {
      const before = app.simulator.world.version();
      await new Promise((resolve) => setTimeout(resolve, 150));
      return app.simulator.world.version() === before ? before : undefined;
    });
    await request(app.url).get(`/simulator/people/5001/live?v=${version}`).expect(204);
    const parts = await request(app.url)
      .get(`/simulator/people/5001/live?v=${version - 1}`)
      .expect(200);
    expect(parts.text).toContain('hx-target="#talk"');
    expect(parts.text).toContain("Trả lời: a");
  });
});
