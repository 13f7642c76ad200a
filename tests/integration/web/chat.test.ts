import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Question } from "../../../bot/domain/index.ts";
import { type SimulatedApp, startSimulatedApp } from "../../support/simulated-app.ts";
import { echo } from "../../support/test-app.ts";

let app: SimulatedApp;
beforeAll(async () => {
  app = await startSimulatedApp({ answer: echoOrFail });
});
afterAll(() => app.close());

function echoOrFail(question: Question): Answer {
  const answer = echo(question);
  const payload = "#mc:tt:1.001193:fee";
  return {
    ...answer,
    messages: answer.messages.map(({ text }) => ({
      text,
      buttons: [{ title: "Lệ phí", action: { kind: "say", payload } }],
    })),
  };
}

const browser = () => request.agent(app.url);
const scripted = { "HX-Request": "true" };

describe("the chat page without client script", () => {
  it("greets, offers three questions to press and keeps no cookie yet", async () => {
    const page = await browser().get("/chat").expect(200);
    expect(page.text).toContain('<html lang="vi">');
    expect(page.text.match(/name="say" value="[^"]*\?"/g)).toHaveLength(3);
    expect(page.headers["set-cookie"]).toBeUndefined();
    expect(page.headers["cache-control"]).toBe("private, no-store");
  });

  it("answers a posted question on the next page, at its place", async () => {
    const person = browser();
    const posted = await person.post("/chat").type("form").send({ text: "khai sinh" }).expect(303);
    expect(posted.headers.location).toMatch(/^\/chat#m-\d+-0$/);
    const page = await person.get("/chat").expect(200);
    expect(page.text).toContain("khai sinh");
    expect(page.text).toContain("Trả lời: khai sinh");
    expect(page.text).toContain(`id="${posted.headers.location?.split("#")[1]}"`);
  });

  it("sets a cookie that scripts and other sites cannot use", async () => {
    const posted = await browser().post("/chat").type("form").send({ text: "a" });
    const [cookie] = posted.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^nguoi-hoi=[\w-]{22};/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
  });

  it("shows a pressed button by its title", async () => {
    const person = browser();
    await person.post("/chat").type("form").send({ text: "khai sinh" });
    await person.post("/chat").type("form").send({ say: "#mc:tt:1.001193:fee" });
    const page = await person.get("/chat");
    expect(page.text).toContain('<div class="bubble"><p>Lệ phí</p></div>');
    expect(page.text).not.toContain("<p>#mc:");
  });

  it("asks once when the button was pressed twice", async () => {
    const person = browser();
    await person.get("/chat");
    const form = { text: "một lần thôi", key: "same-key-1" };
    await person.post("/chat").type("form").send(form);
    await person.post("/chat").type("form").send(form);
    const page = await person.get("/chat");
    expect(page.text.match(/Trả lời: một lần thôi/g)).toHaveLength(1);
  });

  it("does not show one person's talk to another", async () => {
    await browser().post("/chat").type("form").send({ text: "chuyện riêng" });
    const page = await browser().get("/chat");
    expect(page.text).not.toContain("chuyện riêng");
  });

  it("masks personal numbers before they are kept", async () => {
    const person = browser();
    await person.post("/chat").type("form").send({ text: "số căn cước 079123456789" });
    expect((await person.get("/chat")).text).not.toContain("079123456789");
  });
});

describe("what the chat does not take", () => {
  it("says kindly that nothing was written", async () => {
    const page = await browser().post("/chat").type("form").send({ text: "  " }).expect(422);
    expect(page.text).toMatch(/<p id="problem"[^>]*>Bạn chưa viết gì/);
  });

  it("keeps a text of 10,000 letters and says how much is too much", async () => {
    const text = "ế".repeat(10_000);
    const page = await browser().post("/chat").type("form").send({ text }).expect(422);
    expect(page.text).toContain("10.000");
    expect(page.text).toContain(text);
    expect(page.text).toContain("aria-invalid");
  });

  it.each(["😀😀😀", "\u0000\u0007", "‮שלום‬", "<script>alert(1)</script>"])("answers %j", async (text) => {
    const person = browser();
    await person
      .post("/chat")
      .type("form")
      .send({ text: `x${text}` })
      .expect(303);
    const page = await person.get("/chat").expect(200);
    expect(page.text).toContain("Trả lời: x");
    expect(page.text).not.toContain("<script>alert");
  });

  it.each([
    ["another site's form", { "Sec-Fetch-Site": "cross-site" }],
    ["a sister site's form", { "Sec-Fetch-Site": "same-site" }],
    ["an old browser on another site", { Origin: "https://evil.example.vn" }],
    ["a page without origin", { Origin: "null" }],
  ])("refuses %s", async (_who, headers) => {
    await browser().post("/chat").set(headers).type("form").send({ text: "a" }).expect(403);
  });

  it.each([{ "Sec-Fetch-Site": "same-origin" }, { "Sec-Fetch-Site": "none" }])(
    "takes %j",
    async (headers) => {
      await browser().post("/chat").set(headers).type("form").send({ text: "a" }).expect(303);
    },
  );

  it("refuses other methods, types and sizes as every page does", async () => {
    const put = await browser().put("/chat").expect(405);
    expect(put.headers.allow).toBe("GET, POST");
    await browser().post("/chat").send({ text: "json" }).expect(415);
    await browser()
      .post("/chat")
      .type("form")
      .send({ text: "a".repeat(300_000) })
      .expect(413);
  });
});

describe("the chat with client script", () => {
  it("gets only the new messages and where they go", async () => {
    const person = browser();
    const first = await person
      .post("/chat")
      .set(scripted)
      .type("form")
      .send({ text: "một", after: "0.-1" })
      .expect(200);
    expect(first.text).toContain('<hx-partial hx-target="#log" hx-swap="beforeend">');
    expect(first.text).toContain("Trả lời: một");
    const after = /id="after" name="after" value="([^"]+)"/.exec(first.text)?.[1];
    const second = await person.post("/chat").set(scripted).type("form").send({ text: "hai", after });
    expect(second.text).toContain("Trả lời: hai");
    expect(second.text).not.toContain("Trả lời: một");
  });

  it("hears 204 when nothing is new", async () => {
    const person = browser();
    await person.get("/chat/new?after=0.-1").expect(204);
    const first = await person.post("/chat").set(scripted).type("form").send({ text: "một" });
    const after = /id="after" name="after" value="([^"]+)"/.exec(first.text)?.[1];
    await person.get(`/chat/new?after=${after}`).expect(204);
    expect((await person.get("/chat/new?after=0.-1").expect(200)).text).toContain("Trả lời: một");
  });

  it("gets a refusal as one line for its place", async () => {
    const answer = await browser().post("/chat").set(scripted).type("form").send({ text: "" }).expect(422);
    expect(answer.text).toMatch(
      /^<hx-partial hx-target="#problem" hx-swap="innerHTML">Bạn chưa viết gì[^<]*<\/hx-partial>$/,
    );
  });
});

describe("erasing", () => {
  it("takes the talk and the cookie away", async () => {
    const person = browser();
    await person.post("/chat").type("form").send({ text: "xóa tôi đi" });
    const gone = await person.post("/chat/forget").type("form").send({}).expect(303);
    expect(gone.headers.location).toBe("/chat?erased=yes");
    expect(gone.headers["set-cookie"]?.[0]).toMatch(/^nguoi-hoi=;/);
    const page = await person.get("/chat?erased=yes");
    expect(page.text).toContain("Đã xóa cuộc trò chuyện");
    expect(page.text).not.toContain("xóa tôi đi");
  });

  it("is done at once for a stranger", async () => {
    await browser().post("/chat/forget").type("form").send({}).expect(303);
  });
});

describe("language", () => {
  it("follows the wish and remembers it", async () => {
    const person = browser();
    expect((await person.get("/chat?lang=en")).text).toContain('<html lang="en">');
    expect((await person.get("/chat")).text).toContain("Hello, which paper do you need?");
    expect((await person.get("/chat?lang=vi")).text).toContain('<html lang="vi">');
  });

  it("is Vietnamese for any other wish", async () => {
    expect((await browser().get("/chat?lang=fr")).text).toContain('<html lang="vi">');
  });
});
