import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../bot/catalogue/index.ts";
import { type SimulatedApp, startSimulatedApp } from "../../support/simulated-app.ts";
import { startTestApp } from "../../support/test-app.ts";

const knowledge = loadKnowledge();
let app: SimulatedApp;
beforeAll(async () => {
  app = await startSimulatedApp({ knowledge });
});
afterAll(() => app.close());

const get = (path: string) => request(app.url).get(path);

describe("the start page", () => {
  it("leads to the chat and to the simulated phone", async () => {
    const page = await get("/").expect(200);
    expect(page.text).toContain('href="/chat"');
    expect(page.text).toContain('href="/simulator"');
    expect(page.text).toContain(knowledge.procedures.size.toLocaleString("vi"));
  });

  it("does not mention the simulator where a real account is connected", async () => {
    const real = await startTestApp();
    try {
      const page = await request(real.url).get("/").expect(200);
      expect(page.text).not.toContain("/simulator");
      await request(real.url).get("/simulator").expect(404);
      await request(real.url).post("/simulator/people/1/messages").send({ text: "a" }).expect(404);
    } finally {
      await real.close();
    }
  });

  it("runs and styles nothing inline", async () => {
    for (const path of ["/", "/chat", "/tt/1.001193", "/simulator/people/1"]) {
      const { text, headers } = await get(path);
      expect(headers["content-security-policy"]).toContain("script-src 'self'");
      expect(text).not.toMatch(/<script(?![^>]*\ssrc=)/);
      expect(text).not.toMatch(/\sstyle=|<style|\son[a-z]+=/);
    }
  });
});

describe("a procedure's page", () => {
  it("shows papers, steps and the source of 1.001193", async () => {
    const page = await get("/tt/1.001193").expect(200);
    const record = knowledge.procedures.get("1.001193");
    expect(page.text).toContain("<h1>Làm giấy khai sinh</h1>");
    expect(page.text).toContain("Tờ khai đăng ký khai sinh");
    expect(page.text).toContain(`Nguồn: Quyết định ${record?.source.decision}`);
    expect(page.text).toContain(`href="${record?.portalUrl}"`);
    expect(page.text).toContain("Thủ tục đăng ký khai sinh (1.001193)");
  });

  it("speaks English where it is asked to", async () => {
    const page = await get("/tt/1.001193?lang=en").expect(200);
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain("<h1>Birth registration</h1>");
    expect(page.text).toContain("Source: Decision");
  });

  it("shows the papers of one case, and leads on", async () => {
    const page = await get("/tt/1.001193?case=giay-chung-sinh.khong").expect(200);
    expect(page.text).toMatch(/class="choice chosen"[^>]*>Không có, sanh tại nhà/);
    expect(page.text).toContain("Giấy của người làm chứng");
  });

  it("exists for every procedure, in both languages", async () => {
    const codes = [...knowledge.procedures.keys()].filter((_code, at) => at % 97 === 0);
    for (const code of codes) {
      for (const language of ["vi", "en"]) {
        const page = await get(`/tt/${code}?lang=${language}`);
        expect(page.status, code).toBe(200);
        expect(page.text, code).toContain(code);
      }
    }
  });

  it.each(["/tt/9.999999", "/tt/constructor", "/tt/%2e%2e"])("%s is not there", async (path) => {
    await get(path).expect(404);
  });

  it("is only for reading", async () => {
    await request(app.url).post("/tt/1.001193").expect(405);
    await request(app.url).post("/").expect(405);
  });
});

describe("static files", () => {
  it.each([
    ["/assets/site.css", "text/css"],
    ["/assets/htmx.min.js", "javascript"],
    ["/assets/chat.js", "javascript"],
    ["/assets/simulator.js", "javascript"],
    ["/assets/icon.svg", "image/svg+xml"],
  ])("%s", async (path, type) => {
    const file = await get(path).expect(200);
    expect(file.headers["content-type"]).toContain(type);
    expect(file.headers["cache-control"]).toContain("max-age=600");
  });

  it.each(["/assets/htmx.js", "/assets/../page.tsx", "/assets/%2e%2e/page.tsx", "/assets/"])(
    "%s is not one",
    async (path) => {
      await get(path).expect(404);
    },
  );
});
