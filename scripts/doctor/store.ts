import type { SetAsideKind, StoreReport, StoreWork } from "../../bot/store/index.ts";
import { type Finding, judge, type Said } from "./finding.ts";

const store = judge("store", "Kho dữ liệu", "store");
const waiting = judge("waiting", "Việc đang chờ", "waiting work");
const forStaff = judge("set-aside", "Việc chờ cán bộ", "set aside for staff");

const MINUTE_MS = 60_000;
/** Answers take milliseconds; what is older than this is not on its way. */
const STUCK_MS = 5 * MINUTE_MS;

/** Judges the store as it was found; undefined = there is none yet. */
export function checkStore(report: StoreReport | undefined, nowMs: number): Finding[] {
  if (!report) return [store.ok("chưa có, npm start sẽ tạo", "not there yet, npm start makes it")];
  const { work } = report;
  return [checkVersion(report), ...(work ? [checkWaiting(work, nowMs), checkSetAside(work)] : [])];
}

/** The store could not be read. */
export function badStore(problem: string): Finding {
  return store.fail(
    { vi: problem, en: problem },
    {
      vi: "kiểm tra DATA_DIR hoặc DATABASE_URL; tệp hỏng thì khôi phục từ bản sao lưu",
      en: "check DATA_DIR or DATABASE_URL; restore a damaged file from a backup",
    },
  );
}

function checkVersion({ kind, applied, pending, newer }: StoreReport): Finding {
  const engine = kind === "sqlite" ? "SQLite" : "PostgreSQL";
  if (newer.length > 0) {
    return store.fail(
      {
        vi: `kho do một phiên bản mới hơn ghi (${newer.join(", ")})`,
        en: `written by a newer version of this program (${newer.join(", ")})`,
      },
      {
        vi: "chạy phiên bản mới đó, hoặc khôi phục bản sao lưu trước khi nâng cấp",
        en: "start that version, or restore a backup made before it",
      },
    );
  }
  if (pending.length > 0) {
    return store.warn(
      {
        vi: `${engine}, còn ${pending.length} bước nâng cấp`,
        en: `${engine}, ${pending.length} migrations to go`,
      },
      {
        vi: "chạy npm run migrate (npm start cũng tự làm)",
        en: "run npm run migrate (npm start does it as well)",
      },
    );
  }
  const version = applied.at(-1) ?? "";
  return store.ok(`${engine}, phiên bản ${version}`, `${engine}, version ${version}`);
}

function checkWaiting({ waiting: count, oldestWaitingAtMs }: StoreWork, nowMs: number): Finding {
  const ageMs = oldestWaitingAtMs === null ? 0 : nowMs - oldestWaitingAtMs;
  if (ageMs <= STUCK_MS) return waiting.ok(`${count} dòng`, `${count} rows`);
  const minutes = Math.floor(ageMs / MINUTE_MS);
  return waiting.warn(
    { vi: `${count} dòng, lâu nhất ${minutes} phút`, en: `${count} rows, the oldest for ${minutes} minutes` },
    {
      vi: "chương trình có đang chạy (npm start) và gửi được đến Zalo không? Xem nhật ký",
      en: "is the program running (npm start), and does Zalo take its replies? See its log",
    },
  );
}

const kinds: Readonly<Record<SetAsideKind, Said>> = {
  "turn-failed": { vi: "tin chưa trả lời được", en: "messages that could not be answered" },
  "send-unknown": { vi: "trả lời không rõ đã đến chưa", en: "replies that may or may not have arrived" },
  "send-refused": { vi: "trả lời bị từ chối", en: "replies that were refused" },
  "send-given-up": { vi: "trả lời đã thôi gửi", en: "replies that were given up" },
};

function checkSetAside({ setAside }: StoreWork): Finding {
  if (setAside.size === 0) return forStaff.ok("không có", "none");
  const list = (language: keyof Said) =>
    [...setAside].map(([kind, count]) => `${count} ${kinds[kind][language]}`).join(", ");
  return forStaff.warn(
    { vi: list("vi"), en: list("en") },
    {
      vi: "xem bằng npm run set-aside -- list, rồi làm lại (retry) hoặc đóng (close)",
      en: "see them with npm run set-aside -- list, then retry or close each",
    },
  );
}
