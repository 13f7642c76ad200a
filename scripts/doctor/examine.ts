import { readFileSync } from "node:fs";
import { z } from "zod";
import { messageOf, silentLog, systemClock, vietnamDate } from "../../bot/base/index.ts";
import {
  checkKnowledge,
  contentRules,
  loadKnowledge,
  readKnowledgeFiles,
  viewOf,
} from "../../bot/catalogue/index.ts";
import { type Config, readConfig } from "../../bot/config.ts";
import { inspectStore, type StoreReport } from "../../bot/store/index.ts";
import { checkClock } from "./clock.ts";
import { badConfiguration, checkConfiguration } from "./configuration.ts";
import { checkDataFolder } from "./data-folder.ts";
import type { Finding } from "./finding.ts";
import { badKnowledge, checkKnowledgeLoaded } from "./knowledge.ts";
import { lookAtDataFolder, lookAtHost, lookAtPort, lookForTestPrograms } from "./look.ts";
import { checkNode, checkPort, checkTestPrograms } from "./machine.ts";
import { badStore, checkStore } from "./store.ts";
import { checkZalo } from "./zalo.ts";

const packageSchema = z.object({ engines: z.object({ node: z.string() }) });

/** Looks at everything and judges it. Without a readable configuration only what does not depend on it. */
export async function examine(folder: string): Promise<Finding[]> {
  const { engines } = packageSchema.parse(JSON.parse(readFileSync("package.json", "utf8")));
  const config = configuration();
  return [
    checkNode(process.versions.node, engines.node),
    ...("level" in config ? [config] : await examineConfigured(config)),
    ...examineKnowledge(folder),
    checkTestPrograms(lookForTestPrograms()),
  ];
}

function configuration(): Config | Finding {
  try {
    return readConfig();
  } catch (error) {
    return badConfiguration(messageOf(error));
  }
}

async function examineConfigured(config: Config): Promise<Finding[]> {
  const { dataDir, databaseUrl, zalo, host, port } = config;
  const folder = databaseUrl ? undefined : lookAtDataFolder(dataDir);
  const store = await lookAtStore(config);
  const hosts = zalo && (await Promise.all([zalo.apiUrl, zalo.oauthUrl].map(lookAtHost)));
  const nowMs = systemClock.nowMs();
  const report = "problem" in store ? undefined : store.report;
  const aheadMs = [
    ...ahead("ổ đĩa (disk)", folder?.clockAheadMs),
    ...ahead("PostgreSQL", report?.clockMs === undefined ? undefined : report.clockMs - nowMs),
    ...(hosts ?? []).flatMap((seen) => ahead(seen.host, seen.aheadMs)),
  ];
  const newestAtMs = report?.work?.newestAtMs ?? undefined;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return [
    checkConfiguration(config),
    ...(folder ? [checkDataFolder(folder)] : []),
    ...("problem" in store ? [badStore(store.problem)] : checkStore(report, nowMs)),
    checkClock({ nowMs, aheadMs, timeZone, ...(newestAtMs !== undefined && { newestAtMs }) }),
    checkZalo(hosts),
    checkPort(`${host}:${port}`, await lookAtPort(host, port)),
  ];
}

function ahead(of: string, ms: number | undefined): { of: string; ms: number }[] {
  return ms === undefined ? [] : [{ of, ms }];
}

async function lookAtStore({
  dataDir,
  databaseUrl,
}: Config): Promise<{ report: StoreReport | undefined } | { problem: string }> {
  try {
    return { report: await inspectStore({ dataDir, ...(databaseUrl && { databaseUrl }), log: silentLog }) };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function examineKnowledge(folder: string): Finding[] {
  const today = vietnamDate(systemClock.nowMs());
  try {
    return checkKnowledgeLoaded(loadKnowledge(folder), today, faultyReplies(folder, today));
  } catch (error) {
    return [badKnowledge(messageOf(error))];
  }
}

function faultyReplies(folder: string, today: string): string[] {
  const rules = contentRules.filter(({ name }) => name === "replies-complete");
  const view = viewOf(readKnowledgeFiles(folder));
  const { problems } = checkKnowledge(view, rules, { today, questions: [] });
  return problems.filter(({ rule }) => rule === "replies-complete").map(({ code }) => code);
}
