// npm run train: finds the ranker's weights from the phrases of the knowledge and writes them down
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { evidenceNames } from "../bot/answer/match/evidence.ts";
import { createMatcher } from "../bot/answer/match/matcher.ts";
import { packModel } from "../bot/answer/match/semantic.ts";
import { loadKnowledge } from "../bot/catalogue/index.ts";
import { progressBar } from "./support/progress.ts";
import { runScript } from "./support/run-script.ts";
import { makeExamples, seededRandom } from "./training/examples.ts";
import { accuracy, fitConfidence, fitEvidence } from "./training/fit.ts";
import { learnSemantics } from "./training/semantic.ts";
import { fitStatus } from "./training/status.ts";

const SEED = 7;
/** Every fifth entry is kept apart to see how the weights do on procedures they were not fitted on. */
const HELD_OUT = 5;

const command = new Command("train")
  .description("Học lại cách xếp hạng từ các cách gọi trong knowledge/guides (không dùng câu hỏi kiểm tra)")
  .option("--to <thư mục>", "nơi ghi weights.json và vectors.json", "bot/answer/match");

await runScript(command, ({ to }: { readonly to: string }) => {
  const random = seededRandom(SEED);
  const knowledge = loadKnowledge();
  // The ranker must see how the model does on texts it was not taught, so each text is on one side only.
  const taught = (entry: number, text: number) => (entry * 31 + text * 17) % 5 < 3;
  const half = learnSemantics(knowledge, random, taught, watched("Học một phần"));
  const examples = makeExamples(
    knowledge,
    half,
    (entry, text) => !taught(entry, text),
    random,
    watched("Đặt câu hỏi"),
  );
  const held = examples.filter(({ entry }) => entry % HELD_OUT === 0);
  const fitted = examples.filter(({ entry }) => entry % HELD_OUT !== 0);
  const evidence = fitEvidence(fitted, random).map(rounded);
  const confidence = fitConfidence(examples, evidence, random).map(rounded);
  console.log(
    `${examples.length} examples; first right on held-out entries: ${(100 * accuracy(held, { evidence, confidence })).toFixed(1)} %`,
  );
  evidenceNames.forEach((name, at) => {
    console.log(`  ${name.padEnd(18)} ${evidence[at]?.toFixed(2)}`);
  });
  const matcher = createMatcher(knowledge, { evidence, confidence }, packModel(half));
  const status = fitStatus(knowledge, matcher, (entry, text) => !taught(entry, text), random).map(rounded);
  console.log(`  status ${status.join(" ")}`);
  const model = learnSemantics(knowledge, random, () => true, watched("Học tất cả"));
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, "weights.json"), `${JSON.stringify({ evidence, confidence, status }, null, 2)}\n`);
  writeFileSync(join(to, "vectors.json"), `${JSON.stringify(packModel(model))}\n`);
  return 0;
});

/** A bar that closes itself when its work is done. */
function watched(label: string): (done: number, total: number) => void {
  const bar = progressBar(label, false);
  return (done, total) => {
    bar.update(done, total);
    if (done >= total - 1000) bar.stop();
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
