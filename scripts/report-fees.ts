// npm run report:fees [-- --limit N] [--level commune] [--json]: fees a citizen cannot be told, worst first
import { Command } from "commander";
import { OperatorError } from "../bot/base/index.ts";
import { readKnowledgeFiles, type UnknownFee, unknownFees, viewOf } from "../bot/catalogue/index.ts";
import { runScript } from "./support/run-script.ts";

interface Options {
  readonly folder: string;
  readonly limit: string;
  readonly level?: string;
  readonly json?: boolean;
}

const levelNames = {
  commune: "cấp xã",
  province: "cấp tỉnh",
  ministry: "bộ, ngành",
  other: "cơ quan khác",
} as const;
const rankNames = { core: "ưu tiên 1", priority: "ưu tiên 2", other: "còn lại" } as const;
const stateNames = {
  "not-published": "chưa công bố",
  "provincial-council": "HĐND tỉnh quyết định, chưa có mức",
  "in-words": "chỉ có lời ghi",
} as const;
const channelNames = { counter: "tại quầy", online: "qua mạng", postal: "bưu điện" } as const;

const howTo = [
  "Cách điền mức do Hội đồng nhân dân tỉnh quyết định, một mục trong knowledge/places/council-fees.json › fees:",
  '  { "code": "…", "province": "Tỉnh …", "resolution": { "number": "…/NQ-HĐND", "title": "…", "url": "https://….gov.vn/…" },',
  '    "channels": { "counter": [{ "kind": "amount", "amount": …, "currency": "VND", "unit": "trường hợp" }] },',
  '    "effectiveFrom": "YYYY-MM-DD", "source": "…", "checkedOn": "YYYY-MM-DD", "by": "cơ quan nhập" }',
].join("\n");

const command = new Command("report:fees")
  .description(
    "Những khoản phí chưa nói được cho người dân, xếp theo mức thiệt hại: cấp xã trước, thủ tục ưu tiên trước",
  )
  .option("--folder <thư mục>", "thư mục kiến thức", "knowledge")
  .option("--limit <số>", "in nhiều nhất bấy nhiêu thủ tục; 0 = tất cả", "60")
  .option("--level <cấp>", "chỉ một cấp: commune, province, ministry, other")
  .option("--json", "in kết quả dạng JSON, luôn đủ");

await runScript(command, (options: Options) => {
  if (!/^\d+$/.test(options.limit))
    throw new OperatorError(`--limit ${options.limit}: expected a number such as 60`);
  if (options.level && !(options.level in levelNames)) {
    throw new OperatorError(
      `--level ${options.level}: expected one of ${Object.keys(levelNames).join(", ")}`,
    );
  }
  const view = viewOf(readKnowledgeFiles(options.folder));
  const fees = unknownFees(view).filter(({ level }) => !options.level || level === options.level);
  if (options.json) {
    console.log(
      JSON.stringify({
        procedures: view.procedures.length,
        unknown: fees.length,
        counts: counts(fees),
        fees,
      }),
    );
    return 0;
  }
  const limit = Number(options.limit) || fees.length;
  for (const fee of fees.slice(0, limit)) console.log(line(fee));
  if (fees.length > limit) console.log(`… và ${fees.length - limit} thủ tục nữa (--limit 0 để xem hết)`);
  console.log(`\n${fees.length} trong ${view.procedures.length} thủ tục chưa biết đủ phí:`);
  for (const { level, rank, state, count } of counts(fees)) {
    console.log(`  ${levelNames[level]}, ${rankNames[rank]}: ${count} ${stateNames[state]}`);
  }
  console.log(`\n${howTo}`);
  return 0;
});

function line({ code, name, level, rank, state, channels, where: file }: UnknownFee): string {
  const where = channels.map(({ channel }) => channelNames[channel]);
  const ways = where.length > 0 ? `: ${[...new Set(where)].join(", ")}` : "";
  return `${code} [${levelNames[level]}, ${rankNames[rank]}] ${name}\n    ${stateNames[state]}${ways}\n      → ${file}`;
}

type Count = Pick<UnknownFee, "level" | "rank" | "state"> & { readonly count: number };

/** How many of each sort, in the order of the list. */
function counts(fees: readonly UnknownFee[]): Count[] {
  const found = new Map<string, Count>();
  for (const { level, rank, state } of fees) {
    const key = `${level} ${rank} ${state}`;
    found.set(key, { level, rank, state, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}
