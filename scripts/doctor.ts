// npm run doctor [-- --json]: is everything as it should be, and if not, what to do next
import { Command } from "commander";
import { examine } from "./doctor/examine.ts";
import { findingLines, type Level } from "./doctor/finding.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly folder: string;
  readonly json?: boolean;
}

const command = new Command("doctor")
  .description(
    "Khám chương trình: cấu hình, thư mục dữ liệu, kho, kiến thức, đồng hồ, Zalo, cổng, Node.js. " +
      "Không thay đổi gì; chạy được cả khi chương trình đang chạy. Mã thoát 1 khi có mục hỏng. " +
      "(Checks everything, changes nothing; exit 1 when something is broken.)",
  )
  .option("--folder <thư mục>", "thư mục kiến thức", "knowledge")
  .option("--json", "in kết quả dạng JSON");

await runScript(command, async ({ folder, json }: Options) => {
  const findings = await examine(folder);
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const [warned, failed] = [count("warn"), count("fail")];
  if (json) console.log(JSON.stringify({ ok: failed === 0, findings }));
  else {
    for (const finding of findings) console.log(findingLines(finding));
    console.log(
      failed + warned === 0
        ? "\nMọi thứ đều ổn. (all is well)"
        : `\n${failed} mục hỏng, ${warned} mục cần xem. (${failed} broken, ${warned} to look at)`,
    );
  }
  return failed > 0 ? 1 : 0;
});
