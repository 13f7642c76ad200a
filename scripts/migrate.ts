// npm run migrate [-- --json]: brings the store up to date
import { Command } from "commander";
import { createLog, systemClock } from "../bot/base/index.ts";
import { readConfig } from "../bot/config.ts";
import { type MigrationReport, openStore } from "../bot/store/index.ts";
import { runScript } from "./support/run-script.ts";

const command = new Command("migrate")
  .description(
    "Đưa kho dữ liệu lên phiên bản mới nhất. Máy chủ cũng tự làm việc này khi khởi động; lệnh này để làm trước, " +
      "ví dụ trước khi khởi động nhiều tiến trình trên PostgreSQL. Chọn kho bằng DATA_DIR hoặc DATABASE_URL.",
  )
  .option("--json", "in kết quả dạng JSON");

await runScript(command, async (options: { readonly json?: boolean }) => {
  const { dataDir, databaseUrl, logLevel } = readConfig();
  const reports: MigrationReport[] = [];
  const store = await openStore({
    dataDir,
    ...(databaseUrl !== undefined && { databaseUrl }),
    clock: systemClock,
    log: createLog(logLevel, (line) => process.stderr.write(line)),
    onMigrated: (report) => reports.push(report),
  });
  await store.close();
  for (const { applied, version } of reports) {
    if (options.json) console.log(JSON.stringify({ applied, version }));
    else if (applied.length === 0) console.log(`up to date at ${version}`);
    else console.log(`applied ${applied.join(", ")}; now at ${version}`);
  }
  return 0;
});
