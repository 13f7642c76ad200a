// npm run zalo:setup -- [--check]: walks through connecting an Official Account and checks each step
import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { systemClock } from "../bot/base/index.ts";
import { readConfig } from "../bot/config.ts";
import { runScript } from "./support/run-script.ts";
import { type Checked, type SetupStep, setupSteps } from "./support/zalo-checks.ts";

const command = new Command("zalo:setup")
  .description(
    "Kết nối một Official Account, từng bước; chương trình phải đang chạy (npm start) với cùng cấu hình",
  )
  .option("--check", "chỉ kiểm tra mọi bước, không hỏi; mã thoát 1 khi có bước chưa xong");

await runScript(command, async ({ check }: { check?: boolean }) => {
  const steps = setupSteps(readConfig(), systemClock.nowMs);
  return check ? checkAll(steps) : walk(steps);
});

async function checkAll(steps: readonly SetupStep[]): Promise<number> {
  let failed = 0;
  for (const [index, step] of steps.entries()) {
    const checked = await step.check();
    if (!checked.ok) failed += 1;
    console.log(line(index, step, checked));
  }
  console.log(failed === 0 ? "\nMọi bước đã xong." : `\nCòn ${failed} bước chưa xong.`);
  return failed === 0 ? 0 : 1;
}

/** Stays at a step until it is done or passed over. */
async function walk(steps: readonly SetupStep[]): Promise<number> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  let failed = 0;
  for (const [index, step] of steps.entries()) {
    console.log(`\n${index + 1}/${steps.length}. ${step.title}`);
    for (const instruction of step.instructions) console.log(`   ${instruction}`);
    const done = await untilDone(index, step, (question) => terminal.question(question));
    if (!done) failed += 1;
  }
  terminal.close();
  return failed === 0 ? 0 : 1;
}

async function untilDone(
  index: number,
  step: SetupStep,
  ask: (question: string) => Promise<string>,
): Promise<boolean> {
  for (;;) {
    const checked = await step.check();
    console.log(line(index, step, checked));
    if (checked.ok) return true;
    const answer = await ask("   Enter = kiểm tra lại, b = bỏ qua bước này, q = thoát: ");
    if (answer.trim() === "b") return false;
    if (answer.trim() === "q") process.exit(1);
  }
}

function line(index: number, step: SetupStep, checked: Checked): string {
  return checked.ok
    ? `✔ ${index + 1}. ${step.title}: ${checked.found}`
    : `✘ ${index + 1}. ${step.title}: ${checked.todo}`;
}
