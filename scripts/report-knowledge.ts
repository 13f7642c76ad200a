// npm run report:knowledge [-- --core] [--json]: how well each field is covered
import { Command } from "commander";
import { systemClock, vietnamDate } from "../bot/base/index.ts";
import {
  type Coverage,
  coverageByField,
  readKnowledgeFiles,
  totalCoverage,
  viewOf,
} from "../bot/catalogue/index.ts";
import { runScript } from "./support/run-script.ts";
import { table } from "./support/table.ts";

interface Options {
  readonly folder: string;
  readonly core?: boolean;
  readonly json?: boolean;
}

const FIELD_WIDTH = 50;
const heads = [
  "Lĩnh vực",
  "Thủ tục",
  "Ưu tiên 1",
  "Hướng dẫn",
  "Đầy đủ",
  "Cụm từ",
  "Có hỏi trường hợp",
  "Biết phí",
  "Tiếng Anh",
  "Anh đầy đủ",
  "Cũ nhất (ngày)",
];

const command = new Command("report:knowledge")
  .description("Độ phủ kiến thức theo lĩnh vực: dữ kiện, hướng dẫn, cụm từ, trường hợp, phí, tiếng Anh, tuổi")
  .option("--folder <thư mục>", "thư mục kiến thức", "knowledge")
  .option("--core", "chỉ những lĩnh vực có thủ tục ưu tiên 1")
  .option("--json", "in kết quả dạng JSON");

await runScript(command, (options: Options) => {
  const all = coverageByField(viewOf(readKnowledgeFiles(options.folder)), vietnamDate(systemClock.nowMs()));
  const fields = options.core ? all.filter(({ core }) => core > 0) : all;
  const total = totalCoverage(fields);
  if (options.json) console.log(JSON.stringify({ fields, total }));
  else {
    console.log(table(heads, [...fields.map(cells), cells({ ...total, field: "TẤT CẢ" })]));
    console.log(
      `\n${fields.length} lĩnh vực. Biết phí = mọi cách nộp đều có số tiền, hoặc có lời ghi là không thu.`,
    );
  }
  return 0;
});

function cells(row: Coverage): (string | number)[] {
  const field = row.field.length > FIELD_WIDTH ? `${row.field.slice(0, FIELD_WIDTH - 1)}…` : row.field;
  const { facts, core, guides, fullGuides, phrases, withCases, feesKnown, english, fullEnglish, oldestDays } =
    row;
  return [
    field,
    facts,
    core,
    guides,
    fullGuides,
    phrases,
    withCases,
    feesKnown,
    english,
    fullEnglish,
    oldestDays,
  ];
}
