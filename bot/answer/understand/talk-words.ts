import { type Word, wordsOf } from "../../text/index.ts";
import { wordSet } from "./word-set.ts";

/**
 * Words that go with any procedure. In the middle of a talk a message of only these, fillers and asking words
 * ("nộp ở xã hay tỉnh", "mấy ngày được trả lời") has no matter of its own and is about what was talked of.
 */
const lightWords = `nộp gửi gởi nhận lấy lãnh trả đưa viết ký điền ghi mang đem đóng chờ đợi giải quyết xử lý duyệt trả lời kết quả hồ sơ
  giấy tờ đơn thủ tục phí lệ tiền đồng bản bộ tấm loại mỗi xong rồi kịp lâu ngày bữa tuần tháng giờ buổi mạng xã phường tỉnh
  huyện quầy chỗ nơi cán bộ đó này kia vậy thế ủa ờ à hết tất cả tổng cộng khoảng chừng trực tiếp thay giùm dùm hộ theo cùng nhờ khác
  được trước sau lại nữa thêm luôn liền ngay nhanh gấp bé thì sao mẹ má ba cha bố vợ chồng con anh chị em ông bà cháu người ta
  tới đến qua trong ngoài trên vneid app tổn
  it this that does do will would should could can cost take submit send bring go long much many get done there here then so and about for me i we is be
  any else need mother father mom dad wife husband brother sister son daughter friend`;
const light = wordSet(lightWords);
const lightKeys = new Set(wordsOf(lightWords, 1_000).map(({ key }) => key));
const act = wordSet(
  "làm xin đăng cấp đổi mua mở nhập tách chuyển sửa hủy gia register apply get renew change",
);

/** The words of a message that say what it is about, beside the talk so far. */
export function ownMatter({
  words,
  matter,
}: {
  readonly words: readonly Word[];
  readonly matter: readonly Word[];
}): readonly Word[] {
  // Who types marks means "xa", not "xã".
  const marked = words.some((word) => word.marked);
  return matter.filter((word) => !light(word) || (marked && !lightKeys.has(word.key)));
}

/** True when something is wanted done, so that a new matter may begin. */
export function wantsDone(words: readonly Word[]): boolean {
  return words.some(act);
}
