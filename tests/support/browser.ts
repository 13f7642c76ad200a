import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";

const chromiumPath = inject("chromiumPath");

/** A page takes a second or two; a machine that does ten other things may need far longer. */
const SLOW_MACHINE_MS = 180_000;

/** Nothing of Chromium's own goes to the network; the profile is new each time. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The narrowest phone, a common one, a desk. Heights as those screens have. */
export const screens = [
  { width: 320, height: 568 },
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;

/** A page that remembers everything that went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Messages of the console that are no mere information, failed requests, errors of scripts. */
  readonly troubles: readonly string[];
  /** Bytes received so far, headers included. */
  readonly received: () => Promise<number>;
}

/** Tests in a real browser; skipped by name where there is none. */
export function describeInBrowser(
  name: string,
  tests: (open: (options?: BrowserContextOptions) => Promise<WatchedPage>) => void,
): void {
  describe.skipIf(chromiumPath === "")(name, { timeout: SLOW_MACHINE_MS }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
    });
    afterAll(async () => {
      await browser.close();
    });
    tests(async (options = {}) => {
      const context = await browser.newContext({ locale: "vi-VN", ...options });
      return watch(await context.newPage());
    });
  });
}

function watch(page: Page): WatchedPage {
  const troubles: string[] = [];
  const sizes: Promise<number>[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("requestfailed", (request) => troubles.push(`${request.url()} failed`));
  page.on("requestfinished", (request) => {
    const size = request.sizes().then((sent) => sent.responseBodySize + sent.responseHeadersSize);
    // A page closed meanwhile tells no size; whoever still asks for the sum is told so.
    size.catch(() => {});
    sizes.push(size);
  });
  return {
    page,
    troubles,
    received: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
  };
}

/** What every page keeps to at every width: nothing sticks out, large targets, readable, accessible. */
export async function expectGoodPage(page: Page): Promise<void> {
  for (const screen of screens) {
    await page.setViewportSize(screen);
    await expectNoSideways(page);
    await expectLargeTargets(page);
    await expectReadable(page);
    // Both phones have the same layout.
    if (screen.width !== 360) await expectAccessible(page);
  }
}

/** No fault of WCAG 2.2 AA that a program can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(found).toEqual([]);
}

/** Nothing sticks out sideways. */
async function expectNoSideways(page: Page): Promise<void> {
  const [inside, whole] = await page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollWidth,
  ]);
  expect(whole).toBe(inside);
}

/** Everything that can be pressed is large enough for a thumb: 44 px high, links inside text apart. */
async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page
    .locator(
      "button:visible, a.choice:visible, a.small:visible, a.brand:visible, a.bar-link:visible, textarea:visible",
    )
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.getBoundingClientRect().height < 44)
        .map((element) => `${element.textContent} ${element.getBoundingClientRect().height}`),
    );
  expect(small).toEqual([]);
}

/** Text is never smaller than 17 px, but for times and technical names (15 px). */
async function expectReadable(page: Page): Promise<void> {
  const small = await page.locator("main, header").evaluateAll((roots) =>
    roots.flatMap((root) =>
      [...root.querySelectorAll("*")]
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .filter(
          (element) =>
            !element.matches("time, code, pre, .way, .badge, .phone-kind, script, template, template *"),
        )
        .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 17)
        .map((element) => element.outerHTML.slice(0, 80)),
    ),
  );
  expect(small).toEqual([]);
}
