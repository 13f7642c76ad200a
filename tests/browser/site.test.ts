import { afterAll, beforeAll, expect, it } from "vitest";
import { loadKnowledge } from "../../bot/catalogue/index.ts";
import { describeInBrowser, expectAccessible, expectGoodPage } from "../support/browser.ts";
import { type SimulatedApp, startSimulatedApp } from "../support/simulated-app.ts";

let app: SimulatedApp;
beforeAll(async () => {
  app = await startSimulatedApp({ knowledge: loadKnowledge() });
});
afterAll(() => app.close());

describeInBrowser("public pages", (open) => {
  it.each(["/", "/?lang=en", "/tt/1.001193", "/tt/1.001193?lang=en", "/khong-co-trang-nay"])(
    "%s is light and good at every width",
    async (path) => {
      const { page, received, troubles } = await open();
      await page.goto(app.url + path);
      await page.waitForLoadState("networkidle");
      expect(await received()).toBeLessThan(100_000);
      await expectGoodPage(page);
      // The browser itself reports a page that is not there.
      expect(troubles.filter((text) => !text.includes("404"))).toEqual([]);
      await page.context().close();
    },
  );

  it("take a question from the start page to the chat", async () => {
    const { page } = await open();
    await page.goto(`${app.url}/`);
    await page.getByRole("textbox", { name: "Bạn cần làm giấy tờ gì?" }).fill("mất căn cước");
    await page.getByRole("button", { name: "Hỏi", exact: true }).click();
    await page.getByText("Trả lời: mất căn cước").waitFor();
    await page.context().close();
  });

  it("narrow the papers down to one's own case", async () => {
    const { page } = await open();
    await page.goto(`${app.url}/tt/1.001193`);
    await page.getByRole("link", { name: "Không có, sanh tại nhà" }).click();
    await page.getByText("Giấy của người làm chứng").first().waitFor();
    expect(await page.locator(".chosen").innerText()).toBe("Không có, sanh tại nhà");
    await page.context().close();
  });

  it.each(["/", "/tt/1.001193"])("%s is as accessible in the dark", async (path) => {
    const { page } = await open({ colorScheme: "dark" });
    await page.goto(app.url + path);
    await expectAccessible(page);
    await page.context().close();
  });

  it("print a procedure without what cannot be pressed on paper", async () => {
    const { page } = await open();
    await page.goto(`${app.url}/tt/1.001193`);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("heading", { name: "Giấy tờ" }).isVisible()).toBe(true);
    expect(await page.locator(".source-box").isVisible()).toBe(true);
    for (const hidden of [".contents", ".cases", ".ask"]) {
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    }
    await page.context().close();
  });
});
