// npm run train: finds the ranker's weights from the phrases of the knowledge and writes them down
import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { evidenceNames } from "../bot/answer/match/evidence.ts";
import { loadKnowledge } from "../bot/catalogue/index.ts";
import { progressBar } from "./support/progress.ts";
import { runScript } from "./support/run-script.ts";
import { makeExamples, seededRandom } from "./training/examples.ts";
import { accuracy, fitConfidence, fitEvidence } from "./training/fit.ts";

const SEED = 7;
/** Every fifth entry is kept apart to see how the weights do on procedures they were not fitted on. */
const HELD_OUT = 5;

const command = new Command("train")
  .description("Tính lại trọng số xếp hạng từ các cách gọi trong knowledge/guides (không dùng câu hỏi kiểm tra)")
  .option("--to <tệp>", "nơi ghi", "bot/answer/match/weights.json");

await runScript(command, ({ to }: { readonly to: string }) => {
  const random = seededRandom(SEED);
  const bar = progressBar("Đang tạo câu hỏi", false);
  const examples = makeExamples(loadKnowledge(), random, bar.update);
  bar.stop();
  const held = examples.filter(({ entry }) => entry % HELD_OUT === 0);
  const fitted = examples.filter(({ entry }) => entry % HELD_OUT !== 0);
  const evidence = fitEvidence(fitted, random).map(rounded);
  const confidence = fitConfidence(examples, evidence, random).map(rounded);
  console.log(`${examples.length} examples; first right on held-out entries: ${(100 * accuracy(held, { evidence, confidence })).toFixed(1)} %`);
  evidenceNames.forEach((name, at) => {
    console.log(`  ${name.padEnd(18)} ${evidence[at]?.toFixed(2)}`);
  });
  writeFileSync(to, `${JSON.stringify({ evidence, confidence }, null, 2)}\n`);
  return 0;
});

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
