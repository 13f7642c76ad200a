// npm run torture [-- --kills 200]: kills a server at random moments and compares the books
import { Command, InvalidArgumentError } from "commander";
import { systemClock } from "../bot/base/index.ts";
import { runTorture, tortureServers } from "../tests/support/torture/run-torture.ts";
import { progressBar } from "./support/progress.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly kills: number;
  readonly messages?: number;
  readonly people: number;
  readonly seed: number;
  readonly server: keyof typeof tortureServers;
  readonly json?: boolean;
}

/** So many in each of the server's lives, so that every kill finds work in hand. */
const MESSAGES_A_LIFE = 15;

const command = new Command("torture")
  .description(
    "Bắn SIGKILL vào máy chủ vào những lúc ngẫu nhiên trong khi một Zalo giả gửi tin (có gửi lại), rồi đối chiếu: " +
      "không mất tin đã nhận, không sai thứ tự, không trả lời hai lần.",
  )
  .option("--kills <số>", "số lần giết máy chủ", count, 50)
  .option("--messages <số>", "số tin (mặc định: 15 cho mỗi lần)", count)
  .option("--people <số>", "số người", count, 30)
  .option("--seed <số>", "số khởi đầu, để lặp lại một lần chạy", count, systemClock.nowMs() % 1_000_000)
  .option("--server <loại>", `máy chủ: ${Object.keys(tortureServers).join(" hoặc ")}`, serverName, "full")
  .option("--json", "in kết quả dạng JSON");

await runScript(command, async (options: Options) => {
  const { kills, people, seed, json } = options;
  const bar = progressBar("Đã giết", Boolean(json));
  const report = await runTorture({
    kills,
    people,
    seed,
    messages: options.messages ?? (kills + 1) * MESSAGES_A_LIFE,
    server: tortureServers[options.server],
    onKilled: (killed) => bar.update(killed, kills),
  });
  bar.stop();
  if (json) console.log(JSON.stringify(report));
  else for (const [name, value] of Object.entries(report)) console.log(`${name.padEnd(16)} ${value}`);
  const { lost, outOfOrder, duplicates, missing, odd, setAside, unknown } = report;
  const good = lost + outOfOrder + duplicates + missing + odd === 0 && setAside === unknown;
  if (!good) console.error(`FAILED. The same again: npm run torture -- --kills ${kills} --seed ${seed}`);
  return good ? 0 : 1;
});

function count(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError("cần một số nguyên, ví dụ 200");
  return Number(text);
}

function serverName(text: string): string {
  if (!(text in tortureServers))
    throw new InvalidArgumentError(`cần ${Object.keys(tortureServers).join(" hoặc ")}`);
  return text;
}
