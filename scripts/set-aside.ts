// npm run set-aside -- list | retry ID | close ID: what the program left to staff
import { userInfo } from "node:os";
import { Command } from "commander";
import { type EntryId, OperatorError, systemClock } from "../bot/base/index.ts";
import { type ForStaff, listForStaff, tryAgain } from "../bot/conversation/index.ts";
import { markHandled, type Store } from "../bot/store/index.ts";
import { runCommands } from "./support/run-script.ts";
import { withStoreBeside } from "./support/store-beside.ts";

const LIMIT = 1_000;
const SHOWN_TEXT = 120;

const what: Readonly<Record<ForStaff["kind"], string>> = {
  "turn-failed": "tin chưa trả lời được (not answered)",
  "send-unknown": "không rõ người dân đã nhận chưa (may have arrived)",
  "send-refused": "Zalo từ chối chuyển (refused)",
  "send-given-up": "gửi nhiều lần không được (given up)",
};

const command = new Command("set-aside").description(
  "Những việc chương trình để lại cho cán bộ: tin trả lời không được, câu trả lời gửi không được. " +
    "Số của người dân được che. Chạy được cả khi máy chủ đang chạy. Chọn kho bằng DATA_DIR hoặc DATABASE_URL.",
);

command
  .command("list")
  .description("những việc chưa ai làm, cũ nhất trước")
  .option("--json", "in dạng JSON")
  .action(({ json }: { readonly json?: boolean }) =>
    withStoreBeside(async (store) => {
      const rows = await listForStaff(store, LIMIT);
      // Who the person is does not help to decide, so it is not shown.
      if (json) console.log(JSON.stringify(rows.map(({ personId: _person, ...row }) => row)));
      else if (rows.length === 0) console.log("không có việc nào (nothing waits)");
      else for (const row of rows) console.log(lines(row));
    }),
  );

command
  .command("retry")
  .description("trả lời hoặc gửi lại; câu trả lời “không rõ đã nhận chưa” có thể tới hai lần")
  .argument("<mã>", "mã trong danh sách, hoặc vài ký tự đầu của nó")
  .action((id: string) =>
    withStoreBeside(async (store) => {
      const row = await find(store, id);
      if (!(await tryAgain(store, row.entryId, userInfo().username, systemClock.nowMs()))) throw gone(id);
      console.log(`${row.entryId}  sẽ làm lại (queued again)`);
    }),
  );

command
  .command("close")
  .description("đánh dấu đã xong, không làm gì thêm")
  .argument("<mã>", "mã trong danh sách, hoặc vài ký tự đầu của nó")
  .action((id: string) =>
    withStoreBeside(async (store) => {
      const row = await find(store, id);
      if (!(await markHandled(store, row.entryId, userInfo().username, systemClock.nowMs()))) throw gone(id);
      console.log(`${row.entryId}  đã đóng (closed)`);
    }),
  );

await runCommands(command);

function lines({ entryId, kind, createdAtMs, reason, text }: ForStaff): string {
  const at = new Date(createdAtMs).toISOString().slice(0, 16).replace("T", " ");
  const words = text.replace(/\s+/g, " ");
  const shown = words.length > SHOWN_TEXT ? `${words.slice(0, SHOWN_TEXT)}…` : words;
  return `${entryId}  ${at}Z  ${what[kind]}\n  “${shown}”\n  ${reason}\n`;
}

/** By the whole id or by its beginning, where only one row begins so. */
async function find(store: Store, id: string): Promise<{ readonly entryId: EntryId }> {
  const rows = await listForStaff(store, LIMIT);
  const [row, ...others] = rows.filter(({ entryId }) => entryId.startsWith(id));
  if (!row) throw gone(id);
  if (others.length > 0)
    throw new OperatorError(`${id} is the beginning of ${others.length + 1} ids; give more of it.`);
  return row;
}

function gone(id: string): OperatorError {
  return new OperatorError(`Nothing with the id ${id} waits; see: set-aside list`);
}
