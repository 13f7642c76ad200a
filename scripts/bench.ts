// npm run bench [-- --json]: our matcher beside its peers, and the whole server under load
import { Command, InvalidArgumentError } from "commander";
import { loadKnowledge } from "../bot/catalogue/index.ts";
import { compareMatchers, type MatcherResult } from "./benchmark/matchers.ts";
import { measureServer, type ServerResult } from "./benchmark/server.ts";
import { readItems } from "./evaluation/items.ts";
import { progressBar } from "./support/progress.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly questions: string;
  readonly rate: number;
  readonly seconds: number;
  readonly only?: string;
  readonly json?: boolean;
}

const command = new Command("bench")
  .description("So bộ tìm thủ tục với các thư viện khác, và đo máy chủ dưới tải (chỉ trên máy này)")
  .option("--questions <tệp>", "câu hỏi để so", "tests/evaluation/questions.written.jsonl")
  .option("--rate <số>", "số sự kiện mỗi giây", count, 200)
  .option("--seconds <số>", "trong bao nhiêu giây", count, 60)
  .option("--only <phần>", "chỉ đo matchers hoặc server")
  .option("--json", "in kết quả dạng JSON");

await runScript(command, async ({ questions, rate, seconds, only, json }: Options) => {
  const say = (line: string) => {
    if (!json) console.log(line);
  };
  const bar = progressBar("Đã gửi", Boolean(json));
  const server = only === "matchers" ? undefined : await measureServer(rate, seconds, bar.update);
  bar.stop();
  if (server) say(serverReport(server, rate, seconds));
  const items = readItems(questions).questions.filter(({ kind }) => kind === "answerable");
  const matchers =
    only === "server"
      ? []
      : await compareMatchers(
          loadKnowledge(),
          items,
          (name) => say(`đang đo ${name}…`),
          (result) => say(matcherLine(result)),
        );
  if (json) console.log(JSON.stringify({ server, matchers }));
  return 0;
});

function matcherLine({ name, questions, top1, top3, buildMs, questionMs }: MatcherResult): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7);
  return `${name.padEnd(36)} n ${questions}  top-1 ${percent(top1)}  top-3 ${percent(top3)}  median ${questionMs} ms  ready in ${buildMs} ms`;
}

function serverReport(result: ServerResult, rate: number, seconds: number): string {
  const { firstAnswerMs, idleMemoryMb, loadedMemoryMb, events, notOk, ackMs, answered, drainedAfterMs } =
    result;
  return [
    `start to first answer ${firstAnswerMs} ms; memory ${idleMemoryMb} MB at rest, ${loadedMemoryMb} MB under load`,
    `${rate} events/s for ${seconds} s: ${events} events, ${notOk} not 200, acknowledged p50 ${ackMs.p50} ms, p99 ${ackMs.p99} ms, most ${ackMs.most} ms`,
    `${answered} of ${events} answered, the last ${drainedAfterMs} ms after the last event`,
  ].join("\n");
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0) throw new InvalidArgumentError("cần một số nguyên dương");
  return value;
}
