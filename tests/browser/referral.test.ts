import { afterAll, beforeAll, expect, it } from "vitest";
import { addReferralLink } from "../../bot/store/index.ts";
import { describeInBrowser, expectGoodPage } from "../support/browser.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await addReferralLink(app.store, { code: "QUAY1", label: "Quầy số 1", createdAtMs: 1 });
});
afterAll(() => app.close());

describeInBrowser("the page behind a poster's link", (open) => {
  it.each(["/r/QUAY1", "/r/QUAY1?lang=en", "/r/KHONG-CO-9"])(
    "%s is light and good at every width",
    async (path) => {
      const { page, received, troubles } = await open();
      await page.goto(app.url + path);
      await page.waitForLoadState("networkidle");
      expect(await received()).toBeLessThan(30_000);
      await expectGoodPage(page);
      expect(troubles.filter((text) => !text.includes("404"))).toEqual([]);
      await page.context().close();
    },
  );

  it("copies the code at the press of a button", async () => {
    const { page } = await open();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${app.url}/r/QUAY1`);
    await page.getByRole("button", { name: "Chép mã" }).click();
    await page.getByRole("button", { name: "Đã chép mã" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("#QUAY1");
    await page.context().close();
  });

  it("shows the code and the way on without script, and no button that does nothing", async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${app.url}/r/QUAY1`);
    expect(await page.getByLabel("Mã của bạn").inputValue()).toBe("#QUAY1");
    expect(await page.getByRole("button", { name: "Chép mã" }).isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Hỏi trên Zalo" }).isVisible()).toBe(true);
    await page.context().close();
  });
});
