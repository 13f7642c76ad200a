import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  circlesAmong,
  exportsDefault,
  overrulesCompiler,
  overrulingComments,
  packageUses,
  readsClock,
  uses,
} from "../support/source-checks.ts";
import { functionsOf, readSource, type SourceFile, sourceFile } from "../support/source-code.ts";

const bot = readSource("bot");
const scripts = readSource("scripts");
const tests = readSource("tests");
const everything = [...bot, ...scripts, ...tests];

/** A rule of the house: what must hold, why, and the places where it does not. */
interface Rule {
  readonly name: string;
  readonly why: string;
  readonly files: readonly SourceFile[];
  readonly breaks: (file: SourceFile) => readonly string[];
  /** A file that breaks it, so that the rule itself is known to work. */
  readonly broken: readonly [path: string, text: string];
}

/**
 * Folders of `bot`, each before those that may import it. Folders in one row know nothing of each other.
 */
const order: readonly (readonly string[])[] = [
  ["base"],
  ["domain"],
  ["text"],
  ["calendar", "places", "zalo", "http"],
  ["view"],
  ["catalogue", "store"],
  ["answer", "referral", "analytics", "feedback", "publishing"],
  ["conversation"],
  ["channels", "site", "console", "simulator"],
  ["config"],
  ["app"],
  ["main"],
];

/** What the order would allow but the design does not. */
const never: Readonly<Record<string, readonly string[]>> = {
  zalo: ["domain", "text"],
  text: ["domain", "base"],
  answer: ["store", "http", "zalo", "view"],
  conversation: ["zalo", "http", "view"],
};

/** These scripts are tests, run for longer than the suite would wait. */
const longRuns: readonly string[] = ["scripts/torture.ts", "scripts/traffic.ts"];

const rules: readonly Rule[] = [
  {
    name: "folders import only what stands before them",
    why: "an answer must not depend on a channel, nor the basics on what is built on them",
    files: bot,
    breaks: ({ folder, imports }) =>
      imports.flatMap(({ path, line }) => {
        const other = path?.startsWith("bot/") ? folderOf(path) : undefined;
        return other && other !== folder && !mayImport(folder, other)
          ? [`${line}: ${folder} imports ${other}`]
          : [];
      }),
    broken: ["bot/answer/x.ts", 'import { openStore } from "../store/index.ts";'],
  },
  {
    name: "every folder has a place in the order",
    why: "a new folder is a decision about who may know whom",
    files: bot,
    breaks: ({ folder }) => (rankOf(folder) < 0 ? [`no place for ${folder}`] : []),
    broken: ["bot/utils/x.ts", ""],
  },
  {
    name: "folders are entered through their index.ts",
    why: "what a folder offers is written in one place, and the rest can change freely",
    files: bot,
    breaks: ({ folder, imports }) =>
      imports.flatMap(({ path, line }) =>
        path?.startsWith("bot/") &&
        folderOf(path) !== folder &&
        path.split("/").length > 2 &&
        !/^bot\/[^/]+\/(?:[^/]+\/)?index\.ts$/.test(path)
          ? [`${line}: ${path}`]
          : [],
      ),
    broken: ["bot/site/x.ts", 'import { layOut } from "../answer/compose/layout.ts";'],
  },
  {
    name: "configuration is handed over",
    why: "a part that reads the configuration itself cannot be tested with another",
    files: bot,
    breaks: ({ folder, imports }) =>
      imports.flatMap(({ path, line }) =>
        path === "bot/config.ts" && folder !== "app" && folder !== "main" ? [`${line}: ${path}`] : [],
      ),
    broken: ["bot/http/x.ts", 'import { readConfig } from "../config.ts";'],
  },
  {
    name: "only zalo speaks axios",
    why: "one client, one set of time limits, one place where errors of the far end are understood",
    files: [...bot, ...scripts],
    breaks: ({ path, folder, imports }) =>
      packageUses(imports, ["axios"]).filter(() => !(path.startsWith("bot/") && folder === "zalo")),
    broken: ["bot/store/x.ts", 'import axios from "axios";'],
  },
  {
    name: "only config reads the environment",
    why: "a variable that is read anywhere is documented nowhere",
    files: bot,
    breaks: (file) =>
      file.path === "bot/config.ts" ? [] : uses(file, (node) => node.getText() === "process.env"),
    broken: ["bot/http/x.ts", "export const port = process.env.PORT;"],
  },
  {
    name: "only catalogue and store touch files",
    why: "what lies on disk is the knowledge and the store, and each has one door",
    files: bot,
    breaks: ({ folder, imports }) =>
      folder === "catalogue" || folder === "store"
        ? []
        : packageUses(imports, ["node:fs", "node:fs/promises", "fs", "lowdb"]),
    broken: ["bot/site/x.ts", 'import { readFileSync } from "node:fs";'],
  },
  {
    name: "only base reads the clock",
    why: "time is an input like any other: a test must be able to choose it",
    files: bot,
    breaks: (file) => (file.folder === "base" ? [] : uses(file, readsClock)),
    broken: ["bot/answer/x.ts", "export const now = () => new Date().getTime();"],
  },
  {
    name: "the program imports no tests and no scripts",
    why: "it must run where neither is installed",
    files: bot,
    breaks: ({ imports }) =>
      imports.flatMap(({ path, line }) => (path && !path.startsWith("bot/") ? [`${line}: ${path}`] : [])),
    broken: ["bot/base/x.ts", 'import { echo } from "../../tests/support/sample-subject.ts";'],
  },
  {
    name: "scripts use neither tests nor channels nor console",
    why: "a script does one job from the shell; pages and webhooks belong to the server",
    files: scripts,
    breaks: ({ path: from, imports }) =>
      imports.flatMap(({ path, line }) =>
        path && !longRuns.includes(from) && /^(?:tests\/|bot\/(?:channels|console)\/)/.test(path)
          ? [`${line}: ${path}`]
          : [],
      ),
    broken: ["scripts/x.ts", 'import { webChat } from "../bot/channels/web/index.ts";'],
  },
  {
    name: "imports name a file that is there",
    why: "Node runs our files as they are, without a step that would guess endings",
    files: everything,
    breaks: ({ imports }) =>
      imports.flatMap(({ path, line }) => (path && !existsSync(path) ? [`${line}: ${path}`] : [])),
    broken: ["bot/base/x.ts", 'export * from "./clock";'],
  },
  {
    name: "nothing is exported as default",
    why: "a thing has one name, wherever it is used",
    files: everything,
    breaks: (file) => uses(file, exportsDefault),
    broken: ["bot/base/x.ts", "export default 1;"],
  },
  {
    name: "the compiler is never overruled",
    why: "`any`, `!` and @ts-ignore hide exactly the mistakes that reach citizens",
    files: everything,
    breaks: (file) => [...uses(file, overrulesCompiler), ...overrulingComments(file)],
    broken: ["bot/base/x.ts", "export const first = (list: string[]) => list[0]!;"],
  },
  {
    name: "no file is longer than 300 lines",
    why: "a file is read whole before it is changed",
    files: everything,
    breaks: ({ lines }) => (lines > 300 ? [`${lines} lines`] : []),
    broken: ["bot/base/x.ts", "\n".repeat(301)],
  },
  {
    name: "no function is longer than 60 lines or forks more than 12 times",
    why: "what does not fit a screen is not checked by eye",
    files: [...bot, ...scripts],
    breaks: (file) =>
      functionsOf(file)
        .filter(({ lines, branches }) => lines > 60 || branches > 12)
        .map(({ name, line, lines, branches }) => `${line}: ${name}, ${lines} lines, ${branches} forks`),
    broken: ["bot/base/x.ts", `export function long() {\n${"\n".repeat(60)}}`],
  },
];

describe("rules of the house", () => {
  for (const { name, why, files, breaks, broken } of rules) {
    it(`${name}: ${why}`, () => {
      const problems = files.flatMap((file) => breaks(file).map((problem) => `${file.path}:${problem}`));
      expect(problems).toEqual([]);
      expect(breaks(sourceFile(...broken))).not.toEqual([]);
    });
  }

  // Types alone may point at each other: they are gone before anything runs.
  it("no files load each other in a circle: which of them is ready first would be chance", () => {
    expect(circlesAmong(everything)).toEqual([]);
    const ring = [
      sourceFile("bot/base/a.ts", 'import "./b.ts";'),
      sourceFile("bot/base/b.ts", 'export * from "./c.ts";'),
      sourceFile("bot/base/c.ts", 'import { a, type A } from "./a.ts";'),
      sourceFile("bot/base/d.ts", 'import type { E } from "./e.ts";'),
      sourceFile("bot/base/e.ts", 'import { type D } from "./d.ts";'),
    ];
    expect(circlesAmong(ring)).toEqual(["bot/base/a.ts → bot/base/b.ts → bot/base/c.ts → bot/base/a.ts"]);
  });

  it("half of all files have at most 80 lines, so that most can be taken in at a glance", () => {
    const lengths = bot.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  });
});

function folderOf(path: string): string {
  return (path.split("/")[1] ?? "").replace(/\.tsx?$/, "");
}

function rankOf(folder: string): number {
  return order.findIndex((row) => row.includes(folder));
}

function mayImport(folder: string, other: string): boolean {
  if (never[folder]?.includes(other)) return false;
  return other === "config" ? true : rankOf(other) < rankOf(folder);
}
