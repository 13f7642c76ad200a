import { afterAll, beforeAll, expect, it } from "vitest";
import { createAnswerer } from "../../bot/answer/index.ts";
import { loadKnowledge } from "../../bot/catalogue/index.ts";
import { describeInBrowser, expectGoodPage, screens } from "../support/browser.ts";
import { type SimulatedApp, startSimulatedApp } from "../support/simulated-app.ts";

const question = "lam giay khai sanh cho con can giay to gi";

let app: SimulatedApp;
beforeAll(async () => {
  const knowledge = loadKnowledge();
  app = await startSimulatedApp({ knowledge, answer: createAnswerer(knowledge) });
});
afterAll(() => app.close());

describeInBrowser("simulated phone", (open) => {
  it("weighs less than 100 kB at first and is a good page at every width", async () => {
    const { page, received, troubles } = await open();
    await page.goto(`${app.url}/simulator`);
    await page.getByRole("button", { name: "Quan tâm" }).waitFor();
    await page.waitForLoadState("load");
    expect(await received()).toBeLessThan(100_000);
    await expectGoodPage(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it.each(screens)("shows at $width px the answer Zalo would show, and how it came", async (viewport) => {
    const { page, troubles } = await open({ viewport });
    await page.goto(`${app.url}/simulator`);
    await page.getByRole("textbox", { name: "Tin nhắn" }).fill(question);
    await page.getByRole("button", { name: "Gửi", exact: true }).click();
    const phone = page.getByRole("log", { name: "Tin nhắn" });
    await phone.getByText("Tờ khai đăng ký khai sinh").first().waitFor();
    await phone.getByText("Nguồn: Quyết định 163/QĐ-BTP").first().waitFor();
    await page.locator("#timeline").getByText("POST /v3.0/oa/message/cs").first().waitFor();
    await page.locator("#timeline").getByText("user_send_text").first().waitFor();
    await phone.getByRole("button", { name: "Lệ phí" }).click();
    await phone.getByText("PHÍ, LỆ PHÍ").waitFor();
    if (viewport.width === 320) await expectGoodPage(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it("keeps what the reader opened and typed while it refreshes", async () => {
    const { page } = await open();
    await page.goto(`${app.url}/simulator`);
    await page.getByRole("button", { name: "Quan tâm" }).click();
    const event = page.locator("#timeline details", { hasText: "Người dân bấm Quan tâm" });
    await event.locator("summary").click();
    await event.getByText("X-ZEvent-Signature: mac=").waitFor();
    const field = page.getByRole("textbox", { name: "Tin nhắn" });
    await field.fill("đang gõ dở");
    await page.getByRole("log").getByText("Trợ lý Một cửa").first().waitFor();
    expect(await field.inputValue()).toBe("đang gõ dở");
    expect(await event.getByText("X-ZEvent-Signature: mac=").isVisible()).toBe(true);
    await page.context().close();
  });

  it("shows a fault and its mending", async () => {
    const { page } = await open();
    await page.goto(`${app.url}/simulator`);
    await page.getByRole("button", { name: "Hết hạn access token" }).click();
    await page.getByRole("textbox", { name: "Tin nhắn" }).fill("kết hôn cần gì");
    await page.keyboard.press("Enter");
    await page.locator("#timeline").getByText("error -220").first().waitFor();
    await page.locator("#timeline").getByText("Máy chủ đổi token mới").first().waitFor();
    await page.locator("#talk .sms.oa").first().waitFor();
    await page.context().close();
  });

  it("works without client script", async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${app.url}/simulator`);
    await page.getByRole("textbox", { name: "Tin nhắn" }).fill(question);
    await page.getByRole("button", { name: "Gửi", exact: true }).click();
    for (let reloads = 0; reloads < 20; reloads += 1) {
      if ((await page.getByText("Tờ khai đăng ký khai sinh").count()) > 0) break;
      await page.waitForTimeout(200);
      await page.reload();
    }
    await page.getByText("Nguồn: Quyết định 163/QĐ-BTP").first().waitFor();
    await page.context().close();
  });
});
