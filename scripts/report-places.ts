// npm run report:places [-- --json]: addresses, phones, hours and holidays that staff still have to enter or confirm
import { Command } from "commander";
import { systemClock, vietnamDate } from "../bot/base/index.ts";
import { loadKnowledge, type PlaceToFill, placesToFill } from "../bot/catalogue/index.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly folder: string;
  readonly json?: boolean;
}

const stateNames = {
  missing: "CHƯA CÓ – cần điền",
  "to-confirm": "CẦN XÁC NHẬN",
  undecided: "CHƯA CÔNG BỐ – điền khi có lịch nghỉ",
} as const;
const partNames: Readonly<Record<string, string>> = {
  address: "địa chỉ",
  phone: "điện thoại",
  hours: "giờ làm việc",
  coordinates: "tọa độ",
  earlierNames: "tên cũ trước năm 2025",
  hotline: "số điện thoại",
  zalo: "số Zalo",
  decisions: "lịch nghỉ cụ thể",
  holidays: "ngày nghỉ",
};

const command = new Command("report:places")
  .description("Những thông tin nơi nộp hồ sơ và lịch nghỉ mà cán bộ còn phải điền hoặc xác nhận")
  .option("--folder <thư mục>", "thư mục kiến thức", "knowledge")
  .option("--json", "in kết quả dạng JSON");

await runScript(command, ({ folder, json }: Options) => {
  const { places, holidays } = loadKnowledge(folder);
  const found = placesToFill(places, holidays, vietnamDate(systemClock.nowMs()));
  if (json) {
    console.log(JSON.stringify({ toFill: found }));
    return 0;
  }
  for (const state of ["missing", "to-confirm", "undecided"] as const) {
    const rows = found.filter((row) => row.state === state);
    if (rows.length === 0) continue;
    console.log(`${stateNames[state]} (${rows.length})`);
    for (const row of rows) console.log(line(row));
  }
  console.log(
    '\nCách điền: { "kind": "known", "value": "…", "source": "văn bản hoặc trang công bố", "checkedOn": "YYYY-MM-DD" }',
  );
  return 0;
});

function line({ of, part, found, where }: PlaceToFill): string {
  return `  ${of}: ${partNames[part] ?? part}${found ? ` – ${found}` : ""}\n      → ${where}`;
}
