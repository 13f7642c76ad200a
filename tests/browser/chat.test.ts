import { afterAll, beforeAll, expect, it } from "vitest";
import { createAnswerer } from "../../bot/answer/index.ts";
import { loadKnowledge } from "../../bot/catalogue/index.ts";
import { describeInBrowser, expectAccessible, expectGoodPage, screens } from "../support/browser.ts";
import { type SimulatedApp, startSimulatedApp } from "../support/simulated-app.ts";

const question = "lam giay khai sanh cho con can giay to gi";

let app: SimulatedApp;
beforeAll(async () => {
  const knowledge = loadKnowledge();
  app = await startSimulatedApp({ knowledge, answer: createAnswerer(knowledge) });
});
afterAll(() => app.close());

describeInBrowser("web chat with client script", (open) => {
  it("weighs less than 100 kB at first and is a good page at every width", async () => {
    const { page, troubles, received } = await open();
    await page.goto(`${app.url}/chat`);
    await page.waitForLoadState("networkidle");
    expect(await received()).toBeLessThan(100_000);
    await expectGoodPage(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it.each(screens)(
    "answers with papers, source and buttons at $width px; a button leads on",
    async (viewport) => {
      const { page, troubles } = await open({ viewport });
      await page.goto(`${app.url}/chat`);
      await page.getByRole("textbox", { name: "Câu hỏi của bạn" }).fill(question);
      await page.getByRole("button", { name: "Gửi" }).click();
      const log = page.getByRole("log", { name: "Cuộc trò chuyện" });
      await log.getByText("Tờ khai đăng ký khai sinh").first().waitFor();
      await log.getByText("Nguồn: Quyết định 163/QĐ-BTP").first().waitFor();
      const source = log.getByRole("link", { name: "1.001193" }).first();
      expect(await source.getAttribute("href")).toBe("/tt/1.001193");
      await log.getByRole("button", { name: "Lệ phí" }).click();
      await log.getByText("PHÍ, LỆ PHÍ").waitFor();
      expect(await log.locator(".me .bubble").allInnerTexts()).toEqual([question, "Lệ phí"]);
      if (viewport.width === 320) await expectGoodPage(page);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  it("works by keyboard alone, and keeps the focus in the field", async () => {
    const { page, troubles } = await open();
    await page.goto(`${app.url}/chat`);
    const field = page.getByRole("textbox", { name: "Câu hỏi của bạn" });
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press("Tab");
      if (await field.evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.type("đăng ký kết hôn");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("cần gì?");
    expect(await field.inputValue()).toBe("đăng ký kết hôn\ncần gì?");
    await page.keyboard.press("Enter");
    await page.locator("#log .bot .source").first().waitFor();
    expect(await field.inputValue()).toBe("");
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it("shows the question and dots at once, while the answer is under way", async () => {
    const { page } = await open();
    await page.goto(`${app.url}/chat`);
    await page.route("**/chat", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await page.getByRole("textbox").fill("mất căn cước");
    await page.getByRole("button", { name: "Gửi" }).click();
    await page.locator("#echo").getByText("mất căn cước").waitFor();
    await page.locator("#echo").getByText("Trợ lý đang trả lời…").waitFor();
    await page.locator("#log .bot").first().waitFor();
    expect(await page.locator("#echo").innerHTML()).toBe("");
    expect(await page.getByText("mất căn cước", { exact: true }).count()).toBe(1);
    await page.context().close();
  });

  it("gives the words back when the network is gone, and sends them the next time", async () => {
    const { page } = await open();
    await page.goto(`${app.url}/chat`);
    await page.context().setOffline(true);
    const field = page.getByRole("textbox");
    await field.fill("xin phép xây nhà");
    await page.getByRole("button", { name: "Gửi" }).click();
    await page.getByRole("alert").getByText("kiểm tra mạng").waitFor();
    expect(await field.inputValue()).toBe("xin phép xây nhà");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Gửi" }).click();
    await page.locator("#log .bot").first().waitFor();
    expect(await page.getByRole("alert").textContent()).toBe("");
    await page.context().close();
  });

  it("explains a text that is too long and keeps it", async () => {
    const { page } = await open();
    await page.goto(`${app.url}/chat`);
    const field = page.getByRole("textbox");
    await field.fill("a".repeat(2_100));
    await page.getByRole("button", { name: "Gửi" }).click();
    await page.getByRole("alert").getByText("quá mức 2.000").waitFor();
    expect(await field.inputValue()).toHaveLength(2_100);
    await expectAccessible(page);
    await page.context().close();
  });

  it("takes two questions in a hurry and answers each once, in order", async () => {
    const { page, troubles } = await open();
    await page.goto(`${app.url}/chat`);
    const field = page.getByRole("textbox");
    for (const text of ["khai sinh cần gì", "kết hôn cần gì"]) {
      await field.fill(text);
      await field.press("Enter");
    }
    await page.waitForFunction(() => document.querySelectorAll("#log .me").length === 2);
    await page.locator("#log .me", { hasText: "kết hôn" }).waitFor();
    const said = await page.locator("#log .me .bubble").allInnerTexts();
    expect(said).toEqual(["khai sinh cần gì", "kết hôn cần gì"]);
    const ids = await page.locator("#log article").evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it("speaks English after one press, and remembers", async () => {
    const { page } = await open();
    await page.goto(`${app.url}/chat`);
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "Hello, which paper do you need?" }).waitFor();
    await page.goto(`${app.url}/chat`);
    await page.getByRole("button", { name: "Which papers for a birth certificate?" }).click();
    await page.locator("#log .bot .source", { hasText: "Source: Decision" }).first().waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  it("is as accessible in the dark", async () => {
    const { page } = await open({ colorScheme: "dark" });
    await page.goto(`${app.url}/chat`);
    await page.getByRole("button", { name: "Làm khai sinh cho con cần giấy tờ gì?" }).click();
    await page.locator("#log .bot").first().waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  it("erases the talk when asked to", async () => {
    const { page } = await open();
    await page.goto(`${app.url}/chat`);
    expect(await page.getByRole("button", { name: "Xóa trò chuyện" }).count()).toBe(0);
    await page.getByRole("button", { name: "Gặp cán bộ" }).click();
    await page.locator("#log .bot").first().waitFor();
    await page.getByRole("button", { name: "Xóa trò chuyện" }).click();
    await page.getByText("Đã xóa cuộc trò chuyện").waitFor();
    expect(await page.locator("#log article").count()).toBe(0);
    await page.context().close();
  });
});

describeInBrowser("web chat without client script", (open) => {
  it.each(screens)("gives the same answer at $width px", async (viewport) => {
    const { page, troubles } = await open({ viewport, javaScriptEnabled: false });
    await page.goto(`${app.url}/chat`);
    await page.getByRole("textbox").fill(question);
    await page.getByRole("button", { name: "Gửi" }).click();
    await page.waitForURL(/\/chat#m-\d+-0$/);
    await page.getByText("Tờ khai đăng ký khai sinh").first().waitFor();
    await page.getByText("Nguồn: Quyết định 163/QĐ-BTP").first().waitFor();
    await page.getByRole("button", { name: "Lệ phí" }).click();
    await page.getByText("PHÍ, LỆ PHÍ").waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
