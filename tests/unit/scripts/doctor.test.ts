import { describe, expect, it } from "vitest";
import { readConfig } from "../../../bot/config.ts";
import type { StoreReport, StoreWork } from "../../../bot/store/index.ts";
import { checkClock } from "../../../scripts/doctor/clock.ts";
import { badConfiguration, checkConfiguration } from "../../../scripts/doctor/configuration.ts";
import { checkDataFolder } from "../../../scripts/doctor/data-folder.ts";
import { type Finding, findingLines } from "../../../scripts/doctor/finding.ts";
import { checkKnowledgeLoaded } from "../../../scripts/doctor/knowledge.ts";
import { checkNode, checkPort, checkTestPrograms } from "../../../scripts/doctor/machine.ts";
import { badStore, checkStore } from "../../../scripts/doctor/store.ts";
import { checkZalo } from "../../../scripts/doctor/zalo.ts";
import { birthRecord, sampleView } from "../../support/sample-knowledge.ts";

const nowMs = Date.UTC(2026, 10, 24, 3);
const MINUTE_MS = 60_000;

const account = {
  ZALO_APP_ID: "1000000000000000001",
  ZALO_APP_SECRET: "an-app-secret",
  ZALO_OA_ID: "3000000000000000003",
  ZALO_OA_SECRET_KEY: "an-oa-secret-key",
  PUBLIC_URL: "https://motcua.example.vn",
  ADMIN_PASSWORD: "a-password-for-tests",
};

describe("configuration", () => {
  it.each([
    ["nothing set", {}, "ok"],
    ["a whole account", account, "ok"],
    ["one key used twice", { ...account, ZALO_OA_SECRET_KEY: account.ZALO_APP_SECRET }, "fail"],
    [
      "one key used twice while it is changed",
      { ...account, ZALO_OA_SECRET_KEY_NEXT: account.ZALO_APP_SECRET },
      "fail",
    ],
    ["no public address", { ...account, PUBLIC_URL: "" }, "warn"],
    ["a public address without https", { ...account, PUBLIC_URL: "http://motcua.example.vn" }, "warn"],
    ["no fixed password", { ...account, ADMIN_PASSWORD: "" }, "warn"],
  ])("%s", (_name, env, level) => {
    expect(checkConfiguration(readConfig(env)).level).toBe(level);
  });

  it("shows no secret", () => {
    const shown = JSON.stringify([
      checkConfiguration(readConfig(account)),
      checkConfiguration(readConfig({ ...account, ZALO_OA_SECRET_KEY: account.ZALO_APP_SECRET })),
    ]);
    for (const secret of [account.ZALO_APP_SECRET, account.ZALO_OA_SECRET_KEY, account.ADMIN_PASSWORD])
      expect(shown).not.toContain(secret);
  });

  it("passes on which variable is wrong", () => {
    expect(badConfiguration("PORT: not valid")).toMatchObject({
      level: "fail",
      found: { vi: "PORT: not valid" },
    });
  });
});

describe("data folder", () => {
  const good = { path: "/srv/motcua", exists: true, freeBytes: 20e9 };
  it.each([
    ["there", good, "ok"],
    ["still to be made", { ...good, exists: false }, "ok"],
    ["not to be written", { ...good, notWritable: "EROFS" }, "fail"],
    ["on a network drive", { ...good, risk: "the folder is on a NFS drive" }, "warn"],
    ["nearly full", { ...good, freeBytes: 499_999_999 }, "warn"],
  ])("%s", (_name, seen, level) => {
    expect(checkDataFolder(seen).level).toBe(level);
  });
});

describe("store", () => {
  const work: StoreWork = { waiting: 0, oldestWaitingAtMs: null, setAside: new Map(), newestAtMs: null };
  const report: StoreReport = { kind: "sqlite", applied: ["0001-a", "0002-b"], pending: [], newer: [], work };
  const levels = (seen: StoreReport | undefined) =>
    checkStore(seen, nowMs).map(({ check, level }) => `${check} ${level}`);
  const { work: _work, ...closed } = report;

  it("is well when there is none yet, and when nothing waits", () => {
    expect(levels(undefined)).toEqual(["store ok"]);
    expect(levels(report)).toEqual(["store ok", "waiting ok", "set-aside ok"]);
    expect(checkStore(report, nowMs)[0]?.found.en).toContain("0002-b");
  });

  it("is not read further when its version is another", () => {
    expect(levels({ ...closed, pending: ["0002-b"] })).toEqual(["store warn"]);
    expect(levels({ ...closed, newer: ["0009-z"] })).toEqual(["store fail"]);
  });

  it("takes a message of this moment for work in hand, an old one for a fault", () => {
    const waiting = (ageMs: number) =>
      levels({ ...report, work: { ...work, waiting: 3, oldestWaitingAtMs: nowMs - ageMs } })[1];
    expect(waiting(5 * MINUTE_MS)).toBe("waiting ok");
    expect(waiting(5 * MINUTE_MS + 1)).toBe("waiting warn");
  });

  it("names what waits for staff, by kind", () => {
    const setAside = new Map([
      ["send-unknown", 2],
      ["turn-failed", 1],
    ] as const);
    const finding = checkStore({ ...report, work: { ...work, setAside } }, nowMs)[2];
    expect(finding?.level).toBe("warn");
    expect(finding?.found.vi).toBe("2 trả lời không rõ đã đến chưa, 1 tin chưa trả lời được");
  });

  it("fails when it cannot be read", () => {
    expect(badStore("no such host").level).toBe("fail");
  });
});

describe("knowledge", () => {
  const knowledge = {
    procedures: new Map([[birthRecord.code, birthRecord]]),
    guides: new Map(sampleView().guides.map(({ guide }) => [guide.code, guide])),
    topics: [],
    lifeEvents: [],
    version: "abc",
  };
  const looks = [birthRecord.source, ...knowledge.guides.values()].map(({ checkedOn }) => checkedOn);
  const firstLook = looks.sort()[0] ?? "";
  const dayAfter = (days: number) =>
    new Date(Date.parse(firstLook) + days * 86_400_000).toISOString().slice(0, 10);
  const levels = (today: string, faulty: readonly string[] = []) =>
    checkKnowledgeLoaded(knowledge, today, faulty).map(({ level }) => level);

  it("is well within a year of the last look, and stale after it", () => {
    expect(levels(dayAfter(365))).toEqual(["ok", "ok", "ok"]);
    expect(levels(dayAfter(366))).toEqual(["ok", "warn", "ok"]);
  });

  it("fails when a reply is missing, by its name", () => {
    const [, , replies] = checkKnowledgeLoaded(knowledge, dayAfter(1), ["refused.spam"]);
    expect(replies).toMatchObject({ level: "fail", found: { vi: expect.stringContaining("refused.spam") } });
  });
});

describe("clock", () => {
  const seen = { nowMs, aheadMs: [], timeZone: "Etc/UTC" };
  it.each([
    ["alone", seen, "ok"],
    ["a little off", { ...seen, aheadMs: [{ of: "disk", ms: 30_000 }] }, "ok"],
    [
      "ahead",
      {
        ...seen,
        aheadMs: [
          { of: "disk", ms: 0 },
          { of: "PostgreSQL", ms: -30_001 },
        ],
      },
      "warn",
    ],
    ["behind", { ...seen, aheadMs: [{ of: "openapi.zalo.me", ms: 30_001 }] }, "warn"],
    ["behind its own store", { ...seen, newestAtMs: nowMs + MINUTE_MS }, "warn"],
    ["after its own store", { ...seen, newestAtMs: nowMs - MINUTE_MS }, "ok"],
  ])("%s", (_name, clocks, level) => {
    expect(checkClock(clocks).level).toBe(level);
  });

  it("says by how much and from whom", () => {
    const { found } = checkClock({ ...seen, aheadMs: [{ of: "PostgreSQL", ms: 90_000 }] });
    expect(found.vi).toContain("PostgreSQL +90 s");
  });
});

describe("machine and network", () => {
  it.each([
    ["20.19.0", "ok"],
    ["20.18.9", "fail"],
    ["18.20.0", "fail"],
    ["22.1.0", "ok"],
    ["20.20", "ok"],
  ])("Node %s", (version, level) => {
    expect(checkNode(version, ">=20.19").level).toBe(level);
  });

  it.each([
    ["free", "ok"],
    ["ours", "ok"],
    ["taken", "fail"],
    ["not-allowed", "fail"],
  ] as const)("port %s", (state, level) => {
    expect(checkPort("127.0.0.1:3000", state).level).toBe(level);
  });

  it("only warns of programs that tests alone need, and names the packages", () => {
    expect(checkTestPrograms({ chromium: true, postgres: true }).level).toBe("ok");
    const missing = checkTestPrograms({ chromium: false, postgres: false });
    expect(missing.level).toBe("warn");
    expect(missing.todo?.en).toContain("apt-get install chromium postgresql");
  });

  it("asks for Zalo only where there is an account", () => {
    expect(checkZalo(undefined).level).toBe("ok");
    expect(checkZalo([{ host: "a.example" }, { host: "b.example" }]).level).toBe("ok");
    const lost = checkZalo([{ host: "a.example" }, { host: "b.example", problem: "ENOTFOUND" }]);
    expect(lost).toMatchObject({
      level: "fail",
      found: { vi: expect.stringContaining("b.example (ENOTFOUND)") },
    });
    expect(lost.found.en).not.toContain("a.example");
  });
});

describe("what is shown", () => {
  const said = (vi: string, en: string) => ({ vi, en });
  const finding: Finding = {
    check: "port",
    title: said("Cổng", "port"),
    level: "ok",
    found: said("trống", "free"),
  };

  it("is one Vietnamese line when all is well", () => {
    expect(findingLines(finding)).toBe("✔ ok    Cổng (port): trống");
  });

  it("says what to do in both languages when it is not", () => {
    const todo = said("đổi cổng", "change it");
    const lines = findingLines({ ...finding, level: "fail", found: said("bận", "busy"), todo }).split("\n");
    expect(lines.map((line) => line.trim())).toEqual([
      "✘ fail  Cổng (port): bận",
      "→ đổi cổng",
      "busy",
      "→ change it",
    ]);
  });
});
