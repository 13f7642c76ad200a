// npm run traffic [-- --messages 10000]: a day of messages in minutes, with a platform that misbehaves
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { createAnswerer } from "../bot/answer/index.ts";
import { systemClock } from "../bot/base/index.ts";
import { loadKnowledge } from "../bot/catalogue/index.ts";
import { runTraffic } from "../tests/support/traffic/run-traffic.ts";
import { isBroken } from "../tests/support/traffic/verdict.ts";
import { progressBar } from "./support/progress.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly messages: number;
  readonly people: number;
  readonly seed: number;
  readonly json?: boolean;
}

const command = new Command("traffic")
  .description(
    "Một ngày nhắn tin trong vài phút: đồng hồ chạy nhanh, mã truy cập hết hạn và được đổi, Zalo giả lập trả lời chậm, " +
      "báo lỗi, gửi trùng, gửi lại, gửi lộn thứ tự. Cuối ngày đối chiếu: mỗi tin đã nhận được trả lời đúng một lần.",
  )
  .option("--messages <số>", "số tin", count, 10_000)
  .option("--people <số>", "số người", count, 400)
  .option("--seed <số>", "số khởi đầu, để lặp lại một lần chạy", count, systemClock.nowMs() % 1_000_000)
  .option("--json", "in kết quả dạng JSON");

await runScript(command, async ({ messages, people, seed, json }: Options) => {
  const knowledge = loadKnowledge();
  const dataDir = mkdtempSync(join(tmpdir(), "motcua-traffic-"));
  const bar = progressBar("Đã nhắn", Boolean(json));
  try {
    const report = await runTraffic({
      messages,
      people,
      seed,
      knowledge,
      answer: createAnswerer(knowledge),
      questions: questions(),
      dataDir,
      onProgress: (done) => bar.update(done, messages),
    });
    bar.stop();
    if (json) console.log(JSON.stringify(report));
    else for (const [name, value] of Object.entries(report)) console.log(`${name.padEnd(20)} ${value}`);
    if (!isBroken(report)) return 0;
    console.error(
      `FAILED. The same again: npm run traffic -- --messages ${messages} --people ${people} --seed ${seed}`,
    );
    return 1;
  } finally {
    bar.stop();
    rmSync(dataDir, { recursive: true });
  }
});

/** What people ask, as written for the evaluation; who wants an officer would be left to staff all day. */
function questions(): readonly string[] {
  const file = new URL("../tests/evaluation/questions.written.jsonl", import.meta.url);
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const written = lines.map((line) => JSON.parse(line) as { readonly text: string; readonly kind: string });
  return written.filter(({ kind }) => kind !== "handoff").map(({ text }) => text);
}

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("cần một số nguyên dương, ví dụ 10000");
  return Number(text);
}
