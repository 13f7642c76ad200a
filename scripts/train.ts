// npm run train: finds the ranker's weights from the phrases of the knowledge and practice messages, and writes them down
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { packTone } from "../bot/answer/decide/tone.ts";
import { buildIndex } from "../bot/answer/match/build-index.ts";
import { entriesOf } from "../bot/answer/match/entries.ts";
import { evidenceNames } from "../bot/answer/match/evidence.ts";
import { createMatcher } from "../bot/answer/match/matcher.ts";
import { packModel, type SemanticModel, unpackModel } from "../bot/answer/match/semantic.ts";
import { createSemantics } from "../bot/answer/match/semantics.ts";
import kept from "../bot/answer/match/vectors.json" with { type: "json" };
import { loadKnowledge } from "../bot/catalogue/index.ts";
import type { Knowledge } from "../bot/domain/index.ts";
import { progressBar } from "./support/progress.ts";
import { runScript } from "./support/run-script.ts";
import { makeExamples } from "./training/examples.ts";
import { accuracy, fitConfidence, fitEvidence } from "./training/fit.ts";
import { calledByName, namedAlone, practiceMessages } from "./training/messages.ts";
import { type Random, seededRandom } from "./training/random.ts";
import { learnSemantics } from "./training/semantic.ts";
import { fitStatus, toneLessons } from "./training/status.ts";
import { learnTone } from "./training/tone.ts";

const SEED = 8;
/** Every fourth message is kept apart once, to see how the weights do on messages they were not fitted on. */
const HELD_OUT = 4;

const command = new Command("train")
  .description(
    "Học lại cách xếp hạng từ cách gọi trong knowledge/guides và lời luyện tập (không dùng câu hỏi kiểm tra)",
  )
  .option("--keep-vectors", "giữ vectors.json (phần học lâu nhất), chỉ học lại những phần sau")
  .option(
    "--to <thư mục>",
    "nơi ghi match/weights.json, match/vectors.json và decide/tone.json",
    "bot/answer",
  );

await runScript(command, ({ to, keepVectors }: { readonly to: string; readonly keepVectors?: boolean }) => {
  const random = seededRandom(SEED);
  const knowledge = loadKnowledge();
  const messages = practiceMessages();
  const vectors = keepVectors ? kept : packModel(learned(knowledge, random));
  const model = unpackModel(vectors);
  const entries = entriesOf(knowledge);
  const index = buildIndex(entries, knowledge.vocabulary.concepts, knowledge.vocabulary.fillers);
  const semantics = createSemantics(model, index);
  const called = calledByName(knowledge, random);
  const examples = makeExamples(knowledge, index, semantics, [
    ...messages.matters,
    ...messages.open,
    ...namedAlone(knowledge),
    ...called,
  ]);
  const isHeld = (_: unknown, at: number) => at % HELD_OUT === 0;
  const held = examples.filter(isHeld);
  const trial = fitEvidence(examples.filter((one, at) => !isHeld(one, at)));
  const shown = (
    100 *
    accuracy(
      held.filter(({ single }) => single),
      trial,
    )
  ).toFixed(1);
  console.log(`${examples.length} messages; first right on those held out: ${shown} %`);
  const evidence = fitEvidence(examples).map(rounded);
  const confidence = fitConfidence(examples, evidence).map(rounded);
  evidenceNames.forEach((name, at) => {
    console.log(`  ${name.padEnd(18)} ${evidence[at]?.toFixed(2)}`);
  });
  const matcher = createMatcher(knowledge, { evidence, confidence }, vectors);
  const lessons = toneLessons(knowledge, matcher, messages, called);
  const status = fitStatus(knowledge, matcher, messages, lessons, random).map(rounded);
  const tone = packTone(learnTone([...lessons.rest, ...lessons.practice], random));
  console.log(`  status ${status.join(" ")}`);
  for (const folder of ["match", "decide"]) mkdirSync(join(to, folder), { recursive: true });
  const weights = JSON.stringify({ evidence, confidence, status }, null, 2);
  writeFileSync(join(to, "match/weights.json"), `${weights}\n`);
  writeFileSync(join(to, "match/vectors.json"), `${JSON.stringify(vectors)}\n`);
  writeFileSync(join(to, "decide/tone.json"), `${JSON.stringify(tone)}\n`);
  return 0;
});

function learned(knowledge: Knowledge, random: Random): SemanticModel {
  const bar = progressBar("Học các cách gọi", false);
  const model = learnSemantics(knowledge, random, bar.update);
  bar.stop();
  return model;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
