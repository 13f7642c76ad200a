import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAnswerer } from "../../../bot/answer/index.ts";
import { loadKnowledge } from "../../../bot/catalogue/index.ts";
import { type SimulatedApp, startSimulatedApp } from "../../support/simulated-app.ts";

let app: SimulatedApp;
beforeAll(async () => {
  const knowledge = loadKnowledge();
  app = await startSimulatedApp({ knowledge, answer: createAnswerer(knowledge) });
});
afterAll(() => app.close());

const vietnamese = "đăng ký kết hôn cần giấy tờ gì";
const english = "which papers for marriage registration?";

/** Presses the switch as the page offers it, writes, and gives the last answer. */
function browser() {
  const agent = request.agent(app.url);
  return {
    press: (language: "vi" | "en") => agent.get(`/chat?lang=${language}`).expect(200),
    say: async (text: string) => {
      await agent.post("/chat").type("form").send({ text }).expect(303);
      const { text: page } = await agent.get("/chat").expect(200);
      return page.slice(page.lastIndexOf('<article class="msg me" id='));
    },
  };
}

describe("the language of answers in the web chat", () => {
  it("is the one of the words while the switch was never pressed", async () => {
    const person = browser();
    expect(await person.say(vietnamese)).toContain("GIẤY TỜ CẦN CÓ");
    expect(await person.say(english)).toContain("DOCUMENTS");
    expect(await person.say(vietnamese)).toContain("GIẤY TỜ CẦN CÓ");
  });

  it("is the one of the switch once it was pressed, whatever is written", async () => {
    const person = browser();
    await person.press("en");
    expect(await person.say(vietnamese)).toContain("DOCUMENTS");
    expect(await person.say("lệ phí?")).toContain("FEE");
    await person.press("vi");
    expect(await person.say(english)).toContain("GIẤY TỜ CẦN CÓ");
  });

  it("holds for what the flow says by itself", async () => {
    const person = browser();
    await person.press("en");
    await person.say("#bot");
    expect(await person.say("#bot")).toContain("The automatic assistant is back");
  });
});
