import { expect, it } from "vitest";
import { runTorture, tortureServers } from "../support/torture/run-torture.ts";

const KILLS = 20;

it("survives being killed at any moment: nothing acknowledged lost, order kept, nothing twice", {
  timeout: 600_000,
}, async () => {
  const report = await runTorture({
    kills: KILLS,
    messages: 300,
    people: 30,
    seed: Date.now() % 1_000_000,
    server: tortureServers.small,
  });
  expect(report).toMatchObject({ lost: 0, outOfOrder: 0, duplicates: 0, missing: 0, odd: 0, exitCode: 0 });
  expect(report.redeliveries).toBeGreaterThan(KILLS);
  // The written window: a kill leaves at most one reply of a person unknown, and staff see each.
  expect(report.unknown).toBeLessThanOrEqual(KILLS * report.people);
  expect(report.setAside).toBe(report.unknown);
});
