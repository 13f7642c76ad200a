// npm run ask -- "câu hỏi" [--json] [--lang en] [--trace]: one question from the shell
import { Command } from "commander";
import { answerQuestion, prepare } from "../bot/answer/index.ts";
import { systemClock } from "../bot/base/index.ts";
import { loadKnowledge } from "../bot/catalogue/index.ts";
import { emptyState, type Language, languages } from "../bot/domain/index.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly json?: boolean;
  readonly trace?: boolean;
  readonly lang?: string;
}

const command = new Command("ask")
  .description("Hỏi một câu, xem trợ lý trả lời gì")
  .argument("<câu hỏi>")
  .option("--json", "in kết quả dạng JSON")
  .option("--trace", "in cách hiểu câu hỏi: từ, ứng viên, lý do")
  .option("--lang <vi|en>", "ngôn ngữ trả lời");

await runScript(command, (text: string, { json, trace, lang }: Options) => {
  const language: Language | undefined = languages.find((name) => name === lang);
  if (lang && !language) {
    console.error(`--lang ${lang}: expected vi or en`);
    return 1;
  }
  const ctx = { ...prepare(loadKnowledge()), nowMs: systemClock.nowMs() };
  const start = performance.now();
  const traced = answerQuestion({ text, state: emptyState, ...(language && { language }) }, ctx);
  const tookMs = Math.round(1000 * (performance.now() - start)) / 1000;
  const { status, procedures, facets, decided, messages } = traced.answer;
  if (json) {
    const steps = trace ? { trace: traced.trace } : {};
    console.log(
      JSON.stringify({
        status,
        procedures,
        facet: facets[0] ?? null,
        facets,
        case: decided,
        messages,
        tookMs,
        ...steps,
      }),
    );
    return 0;
  }
  for (const { text: message, buttons } of messages) {
    console.log(message);
    if (buttons.length > 0) console.log(buttons.map(({ title }) => `[${title}]`).join(" "));
    console.log();
  }
  if (trace) console.log(traced.trace.join("\n"));
  return 0;
});
