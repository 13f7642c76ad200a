// npm run import -- PATH… [--dry-run] [--json]: portal records into knowledge/procedures
import { Command } from "commander";
import { OperatorError, systemClock, vietnamDate } from "../bot/base/index.ts";
import { mergeRecords, readFacts, readPortalFiles, writeFacts } from "../bot/catalogue/index.ts";
import { progressBar } from "./support/progress.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly nationalOnly?: boolean;
  readonly acceptSource?: boolean;
  readonly checkedOn?: string;
  readonly to: string;
}

const command = new Command("import")
  .description(
    "Nhập thủ tục từ tệp của Cổng Dịch vụ công quốc gia (JSON, JSONL, có thể nén .gz) vào knowledge/procedures",
  )
  .argument("<paths...>", "tệp .json, .jsonl, .json.gz hoặc .jsonl.gz")
  .option("--dry-run", "chỉ xem sẽ thay đổi gì, không ghi")
  .option("--json", "in kết quả dạng JSON")
  .option("--national-only", "bỏ qua thủ tục riêng của một tỉnh")
  .option("--accept-source", "ghi đè cả những bản ghi cán bộ đã sửa tay")
  .option(
    "--checked-on <ngày>",
    "ngày lấy dữ liệu, YYYY-MM-DD; bản ghi không đổi cũng nhận ngày này (mặc định: hôm nay, chỉ bản ghi mới)",
  )
  .option("--to <thư mục>", "thư mục dữ kiện", "knowledge/procedures");

await runScript(command, (paths: string[], options: Options) => {
  const checkedOn = options.checkedOn ?? vietnamDate(systemClock.nowMs());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(checkedOn)) {
    throw new OperatorError(`--checked-on ${checkedOn}: expected a day such as 2026-07-18`);
  }
  const bar = progressBar("Đang đọc", Boolean(options.json));
  const { read, procedures, rejected } = readPortalFiles(paths, {
    checkedOn,
    nationalOnly: Boolean(options.nationalOnly),
    onProgress: bar.update,
  });
  bar.stop();
  const result = mergeRecords(readFacts(options.to), procedures, {
    acceptSource: Boolean(options.acceptSource),
    recheck: options.checkedOn !== undefined,
  });
  if (!options.dryRun) writeFacts(options.to, result.records);

  const { added, changed, unchanged, rechecked, kept } = result;
  if (options.json)
    console.log(JSON.stringify({ read, added, changed, unchanged, rechecked, kept, rejected }));
  else {
    console.log(
      `${read} read, ${added} added, ${changed} changed, ${unchanged} unchanged, ${rejected.length} rejected`,
    );
    for (const { code, fields } of kept) {
      console.log(
        `kept as edited by hand: ${code} (differs from the source in ${fields.join(", ")}); --accept-source takes the source`,
      );
    }
    for (const { file, row, column, value, problem } of rejected) {
      console.error(`${file}:${row} ${column} = ${value}: ${problem}`);
    }
    if (options.dryRun) console.log("dry run: nothing was written");
  }
  return rejected.length > 0 ? 1 : 0;
});
