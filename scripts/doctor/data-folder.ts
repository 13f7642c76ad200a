import { type Finding, judge } from "./finding.ts";

/** What was seen of the folder that holds the embedded store. */
export interface DataFolderSeen {
  readonly path: string;
  readonly exists: boolean;
  /** Why nothing can be written there. */
  readonly notWritable?: string;
  /** Why an SQLite file is not safe there. */
  readonly risk?: string;
  readonly freeBytes?: number;
}

const { ok, warn, fail } = judge("data-folder", "Thư mục dữ liệu", "data folder");
const MB = 1_000_000;
/** A busy commune's year of talk is smaller; below this there is no room for a backup beside it. */
const LITTLE_SPACE_BYTES = 500 * MB;

export function checkDataFolder({ path, exists, notWritable, risk, freeBytes }: DataFolderSeen): Finding {
  if (notWritable) {
    return fail(
      { vi: `không ghi được vào ${path}: ${notWritable}`, en: `cannot write to ${path}: ${notWritable}` },
      {
        vi: "cấp quyền ghi cho người dùng chạy chương trình, hoặc đặt DATA_DIR khác",
        en: "let the user that runs the program write there, or set another DATA_DIR",
      },
    );
  }
  if (risk) {
    return warn(
      { vi: `${path} nằm trên ổ mạng hoặc ổ đồng bộ (${risk})`, en: `${path}: ${risk}` },
      {
        vi: "đặt DATA_DIR trên ổ đĩa của chính máy này; ổ mạng có thể làm hỏng kho",
        en: "set DATA_DIR on a disk of this machine; a network drive can damage the store",
      },
    );
  }
  if (freeBytes !== undefined && freeBytes < LITTLE_SPACE_BYTES) {
    const free = Math.floor(freeBytes / MB);
    return warn(
      { vi: `${path} chỉ còn trống ${free} MB`, en: `only ${free} MB free at ${path}` },
      { vi: "dọn ổ đĩa, hoặc đặt DATA_DIR trên ổ khác", en: "make room, or set DATA_DIR on another disk" },
    );
  }
  return exists
    ? ok(`${path} ghi được`, `${path} can be written`)
    : ok(`${path} chưa có, npm start sẽ tạo`, `${path} is not there yet, npm start makes it`);
}
