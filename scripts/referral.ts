// npm run referral -- add CODE --label "…" | list [--json]: links for posters, and what came of them
import { Command } from "commander";
import { OperatorError, systemClock } from "../bot/base/index.ts";
import { codeNamed } from "../bot/referral/index.ts";
import { addReferralLink, countReferrals } from "../bot/store/index.ts";
import { runCommands } from "./support/run-script.ts";
import { withStoreBeside } from "./support/store-beside.ts";
import { table } from "./support/table.ts";

const LABEL_LIMIT = 200;

const command = new Command("referral").description(
  "Đường dẫn có mã cho áp phích, tờ rơi, quầy: mỗi mã một nơi, để biết người dân đến từ đâu. " +
    "Chạy được cả khi máy chủ đang chạy. Chọn kho bằng DATA_DIR hoặc DATABASE_URL.",
);

command
  .command("add")
  .description("thêm một mã và in địa chỉ của nó")
  .argument("<mã>", "3–24 chữ cái không dấu, chữ số, dấu gạch; có ít nhất một chữ số, ví dụ QUAY1")
  .requiredOption("--label <chữ>", "mã này treo ở đâu, ví dụ “Quầy số 1”")
  .action((name: string, { label }: { readonly label: string }) =>
    withStoreBeside(async (store, { publicUrl, host, port }) => {
      const code = codeNamed(name);
      if (!code) {
        throw new OperatorError(
          `"${name}" cannot be a code: 3–24 letters without marks, digits or hyphens, at least one digit, such as QUAY1.`,
        );
      }
      const shown = label.normalize("NFC").trim();
      if (shown === "" || shown.length > LABEL_LIMIT)
        throw new OperatorError(`--label needs 1–${LABEL_LIMIT} letters.`);
      const link = { code, label: shown, createdAtMs: systemClock.nowMs() };
      if (!(await addReferralLink(store, link)))
        throw new OperatorError(`${code} is taken already; see: referral list`);
      console.log(`${code}  ${publicUrl ?? `http://${host}:${port}`}/r/${code}`);
    }),
  );

command
  .command("list")
  .description("các mã, số lần mở và số người đã hỏi")
  .option("--json", "in dạng JSON")
  .action(({ json }: { readonly json?: boolean }) =>
    withStoreBeside(async (store) => {
      const links = await countReferrals(store);
      if (json) console.log(JSON.stringify(links));
      else if (links.length === 0)
        console.log('chưa có mã nào (none yet): referral add QUAY1 --label "Quầy số 1"');
      else {
        const rows = links.map(({ code, label, opened, started }) => [code, opened, started, label]);
        console.log(table(["mã", "đã mở", "đã hỏi", "nơi treo"], rows));
      }
    }),
  );

await runCommands(command);
