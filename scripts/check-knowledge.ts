// npm run check:knowledge [-- --questions FILE…] [--rule NAME] [--json]: every content rule over knowledge/
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { OperatorError, systemClock, vietnamDate } from "../bot/base/index.ts";
import {
  checkKnowledge,
  contentRules,
  type Problem,
  readEvaluationQuestions,
  readKnowledgeFiles,
  viewOf,
} from "../bot/catalogue/index.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly folder: string;
  readonly questions?: string[];
  readonly rule?: string;
  readonly today: string;
  readonly json?: boolean;
  readonly list?: boolean;
}

/** Questions that travel with the project; others are named on the command line. */
const OWN_QUESTIONS = join("tests", "evaluation");

const command = new Command("check:knowledge")
  .description("Kiểm tra toàn bộ thư mục knowledge bằng mọi quy tắc nội dung; mã thoát 1 khi có lỗi")
  .option("--folder <thư mục>", "thư mục kiến thức", "knowledge")
  .option("--questions <tệp...>", "thêm tệp câu hỏi đánh giá (.jsonl) mà cụm từ không được trùng")
  .option("--rule <tên>", "chỉ in lỗi của một quy tắc")
  .option("--list", "liệt kê các quy tắc")
  .option("--today <ngày>", "ngày kiểm tra, YYYY-MM-DD", vietnamDate(systemClock.nowMs()))
  .option("--json", "in kết quả dạng JSON");

await runScript(command, (options: Options) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(options.today)) {
    throw new OperatorError(`--today ${options.today}: expected a day such as 2026-11-24`);
  }
  if (options.rule && !contentRules.some(({ name }) => name === options.rule)) {
    throw new OperatorError(`--rule ${options.rule}: no such rule; --list shows them`);
  }
  if (options.list) {
    for (const { name, scope, description } of contentRules)
      console.log(`${name} (${scope}): ${description}`);
    return 0;
  }
  const startedMs = systemClock.nowMs();
  const view = viewOf(readKnowledgeFiles(options.folder));
  const questions = readEvaluationQuestions([...ownQuestions(), ...(options.questions ?? [])]);
  const result = checkKnowledge(view, contentRules, { today: options.today, questions });
  const problems = result.problems.filter(({ rule }) => !options.rule || rule === options.rule);
  const summary = {
    rules: contentRules.length,
    procedures: view.procedures.length,
    guides: view.guides.length,
    questions: questions.length,
    excepted: result.excepted,
    problems,
    tookMs: systemClock.nowMs() - startedMs,
  };
  if (options.json) console.log(JSON.stringify(summary));
  else print(summary);
  return problems.length > 0 ? 1 : 0;
});

function ownQuestions(): string[] {
  if (!existsSync(OWN_QUESTIONS)) return [];
  return readdirSync(OWN_QUESTIONS)
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => join(OWN_QUESTIONS, name));
}

interface Summary {
  readonly rules: number;
  readonly procedures: number;
  readonly guides: number;
  readonly questions: number;
  readonly excepted: number;
  readonly problems: readonly Problem[];
  readonly tookMs: number;
}

function print({ rules, procedures, guides, questions, excepted, problems, tookMs }: Summary): void {
  for (const { rule, file, code, field, found, expected } of problems) {
    console.error(
      `${rule}: ${[file, code, field].filter(Boolean).join(" ")}: found ${found}; expected ${expected}`,
    );
  }
  const read = `${procedures} procedures, ${guides} guides, ${questions} evaluation questions`;
  console.log(`${rules} rules over ${read} in ${(tookMs / 1000).toFixed(1)} s`);
  console.log(
    problems.length === 0
      ? `knowledge is in order (${excepted} excepted)`
      : `${problems.length} problems (${excepted} excepted)`,
  );
}
