import type { Language } from "../domain/index.ts";

const vi = {
  title: "Hỏi thủ tục hành chính",
  description: "Hỏi bằng lời thường ngày: cần giấy tờ gì, phí bao nhiêu, mất mấy ngày, nộp ở đâu.",
  hello: "Chào bạn, bạn cần làm giấy tờ gì?",
  what: "Trợ lý Một cửa là trợ lý tự động. Bạn hỏi bằng lời thường ngày, trợ lý trả lời cần giấy tờ gì, phí bao nhiêu, mất mấy ngày, nộp ở đâu. Câu trả lời lấy từ Cổng Dịch vụ công quốc gia và luôn ghi rõ nguồn.",
  code: "Mã của bạn",
  codeHint: "Mở Zalo rồi gửi mã này làm tin đầu tiên. Không gửi mã cũng hỏi được.",
  zalo: "Hỏi trên Zalo",
  chatInstead: "Không dùng Zalo? Hỏi ngay trên web",
  chat: "Bắt đầu hỏi",
  chatHint: "Không cần cài gì, không cần đăng nhập.",
  copy: "Chép mã",
  copied: "Đã chép mã",
  privacy: "Đừng gửi số căn cước hay ảnh giấy tờ. Trợ lý không cần đến.",
  unknownTitle: "Đường dẫn này không còn dùng",
  unknown:
    "Mã trên đường dẫn không có trong danh sách, có thể do gõ thiếu hoặc tờ rơi đã cũ. Bạn vẫn hỏi được như thường.",
};

const en: Words = {
  title: "Ask about procedures",
  description: "Ask in everyday words: which papers, what fee, how many days, where to file.",
  hello: "Hello, which paper do you need?",
  what: "Trợ lý Một cửa is an automatic assistant. Ask in everyday words, in Vietnamese or English, and it tells you which papers, what fee, how many days and where to file. Answers come from the National Public Service Portal and always name their source.",
  code: "Your code",
  codeHint: "Open Zalo and send this code as your first message. You can ask without it as well.",
  zalo: "Ask on Zalo",
  chatInstead: "No Zalo? Ask here on the web",
  chat: "Start asking",
  chatHint: "Nothing to install, no sign-in.",
  copy: "Copy the code",
  copied: "Code copied",
  privacy: "Please do not send ID numbers or photos of papers. The assistant does not need them.",
  unknownTitle: "This link is no longer in use",
  unknown:
    "The code in the link is not on our list; a letter may be missing, or the leaflet is old. You can ask all the same.",
};

/** The labels of the referral page. */
export type Words = Readonly<Record<keyof typeof vi, string>>;

export const words: Readonly<Record<Language, Words>> = { vi, en };
