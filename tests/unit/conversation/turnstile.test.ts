import { describe, expect, it } from "vitest";
import { createTurnstile } from "../../../bot/conversation/turnstile.ts";

describe("the turnstile before answers", () => {
  it("lets what waits at the door in between answers, however many want to pass", async () => {
    const turnstile = createTurnstile();
    const order: string[] = [];
    const answers = Array.from({ length: 40 }, (_, n) => turnstile().then(() => order.push(`answer ${n}`)));
    setImmediate(() => order.push("webhook"));
    await Promise.all(answers);
    const before = order.indexOf("webhook");
    expect(before).toBeGreaterThanOrEqual(0);
    expect(before).toBeLessThan(10);
  });

  it("keeps the order of those who pass, and stops nobody for good", async () => {
    const turnstile = createTurnstile();
    const passed: number[] = [];
    await Promise.all(Array.from({ length: 100 }, (_, n) => turnstile().then(() => passed.push(n))));
    expect(passed).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it("makes one alone wait for nothing", async () => {
    let sawImmediate = false;
    setImmediate(() => {
      sawImmediate = true;
    });
    await createTurnstile()();
    expect(sawImmediate).toBe(false);
  });
});
