// npm run evaluate -- --questions FILE… [--json]: how well questions are understood
import { Command } from "commander";
import { loadKnowledge } from "../bot/catalogue/index.ts";
import { type AnswerableFigures, type Figures, figuresOf } from "./evaluation/figures.ts";
import { askHalf, type Halves } from "./evaluation/halves.ts";
import { readItems } from "./evaluation/items.ts";
import { runItems } from "./evaluation/run.ts";
import { progressBar } from "./support/progress.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly questions: string[];
  readonly json?: boolean;
  readonly misses?: boolean;
  readonly halves?: boolean;
}

const CONFUSIONS = 15;

const command = new Command("evaluate")
  .description("Đo mức hiểu câu hỏi trên một hay nhiều tệp câu hỏi (mỗi dòng một JSON)")
  .requiredOption("--questions <tệp...>", "tệp .jsonl: câu hỏi rời hoặc hội thoại")
  .option("--json", "in kết quả dạng JSON")
  .option("--misses", "in cả những câu sai")
  .option("--halves", "bỏ cách gọi của một nửa số thủ tục rồi nửa kia: ước lượng với lời chưa ai ghi");

await runScript(command, ({ questions: paths, json, misses, halves }: Options) => {
  const read = paths.map(readItems);
  const questions = read.flatMap((one) => one.questions);
  const talks = read.flatMap((one) => one.talks);
  const knowledge = loadKnowledge();
  const bar = progressBar("Đang hỏi", Boolean(json));
  if (halves) {
    const both = [false, true].map((odd) =>
      askHalf(knowledge, questions, odd, () => performance.now(), bar.update),
    );
    bar.stop();
    console.log(json ? JSON.stringify(both) : both.flatMap(halvesReport).join("\n"));
    return 0;
  }
  const run = runItems(knowledge, questions, talks, () => performance.now(), bar.update);
  bar.stop();
  const figures = figuresOf(run, (code) => knowledge.procedures.has(code));
  console.log(json ? JSON.stringify(figures) : reportOf(figures, Boolean(misses)));
  return 0;
});

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

function lineOf(name: string, one: AnswerableFigures): string {
  return `  ${name.padEnd(22)} n ${String(one.n).padStart(4)}  top-1 ${percent(one.top1)}  top-3 ${percent(one.top3)}  answered ${percent(one.answered)}  wrong ${percent(one.wrong)}  refused ${percent(one.refused)}`;
}

function halvesReport({ withPhrases, withoutPhrases }: Halves): string[] {
  return [lineOf("with phrases", withPhrases), lineOf("without phrases", withoutPhrases)];
}

function reportOf(figures: Figures, misses: boolean): string {
  const { answerable, ambiguous, offtopic, facet, conversations, latencyMs } = figures;
  return [
    `${figures.n} questions, ${figures.notInCatalogue} about procedures that the catalogue does not hold`,
    lineOf("answerable", answerable),
    ...Object.entries(answerable.byStyle).map(([style, one]) => lineOf(`  ${style}`, one)),
    `  ambiguous, right choices offered ${percent(ambiguous.offered)} of ${ambiguous.n}`,
    `  off-topic refused ${percent(offtopic.refused)} of ${offtopic.n}`,
    ...(["smalltalk", "feedback", "handoff", "status"] as const).map(
      (kind) => `  ${kind} ${percent(figures[kind].right)} of ${figures[kind].n}`,
    ),
    `  facet right ${percent(facet.right)} of ${facet.n}`,
    ...Object.entries(facet.byFacet).map(
      ([name, { n, right }]) => `    ${name.padEnd(12)} ${percent(right)} of ${n}`,
    ),
    `  conversation turns right ${percent(conversations.turnsRight)} of ${conversations.n}`,
    `  time a question: median ${latencyMs.p50} ms, p99 ${latencyMs.p99} ms`,
    "  confidence  n  right",
    ...figures.calibration.map(
      ({ from, n, right }) => `    from ${from.toFixed(1)}  ${n}  ${percent(right)}`,
    ),
    "  statuses by kind",
    ...Object.entries(figures.statuses).map(
      ([kind, counts]) =>
        `    ${kind.padEnd(11)} ${Object.entries(counts)
          .map(([status, n]) => `${status} ${n}`)
          .join(", ")}`,
    ),
    "  most confused (expected, got, times)",
    ...figures.confusions.slice(0, CONFUSIONS).map(({ expected, got, n }) => `    ${expected}  ${got}  ${n}`),
    ...(misses
      ? figures.misses.map(
          ({ id, text, expect, got, status }) =>
            `  ${id} ${status} got ${got.join(",")} expected ${expect.join(",")}: ${text}`,
        )
      : []),
  ].join("\n");
}
